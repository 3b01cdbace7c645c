/** All keys, and the switch for those that are single letters. */
import { Dialog, Keys } from "../ui/index.ts";
import { actions } from "./registry.ts";

interface GuideProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly plainKeys: boolean;
  readonly onPlainKeys: (on: boolean) => void;
}

export function Guide({ opened, onClose, plainKeys, onPlainKeys }: GuideProps) {
  const sections = [...Map.groupBy(actions, ({ section }) => section)];
  return (
    <Dialog opened={opened} onClose={onClose} title="Keyboard guide" wide>
      <div className="guide">
        {sections.map(([section, members]) => (
          <section key={section}>
            <h3>{section}</h3>
            <dl>
              {members.map(({ id, name, keys }) => (
                <div key={id}>
                  <dt>{name}</dt>
                  <dd>{keys !== undefined && <Keys keys={keys} />}</dd>
                </div>
              ))}
              {section === "On this page" && (
                <div>
                  <dt>Open the row</dt>
                  <dd>
                    <Keys keys="enter" />
                  </dd>
                </div>
              )}
            </dl>
          </section>
        ))}
      </div>
      <label className="guide-switch">
        <input type="checkbox" checked={plainKeys} onChange={(event) => onPlainKeys(event.currentTarget.checked)} />
        Single-letter shortcuts
      </label>
    </Dialog>
  );
}
