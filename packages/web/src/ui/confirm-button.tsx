/** A button for what can't be taken back: it says what will happen, and asks. */
import { type ReactNode, useState } from "react";
import { Dialog } from "./overlays.tsx";
import { Form } from "./form.tsx";

interface ConfirmButtonProps {
  readonly label: string;
  /** The same with what it is about, for screen readers. */
  readonly named: string;
  readonly title: string;
  readonly children: ReactNode;
  readonly onConfirm: () => Promise<void>;
}

export function ConfirmButton({ label, named, title, children, onConfirm }: ConfirmButtonProps) {
  const [opened, setOpened] = useState(false);
  const close = () => setOpened(false);
  const confirm = async () => {
    await onConfirm();
    close();
  };
  return (
    <>
      <button type="button" className="button" aria-label={named} onClick={() => setOpened(true)}>
        {label}
      </button>
      <Dialog opened={opened} onClose={close} title={title}>
        <Form onSend={confirm} send={label} onCancel={close} tone="danger">
          {() => children}
        </Form>
      </Dialog>
    </>
  );
}
