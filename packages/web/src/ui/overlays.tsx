/** Things above the page: both trap the focus, end with escape, and give the focus back. */
import { Drawer, Modal } from "@mantine/core";
import type { ReactNode } from "react";

interface OverlayProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly title: ReactNode;
  readonly children: ReactNode;
}

const TRANSITION = { duration: 120 };

export function Dialog({
  wide = false,
  bare = false,
  ...props
}: OverlayProps & { readonly wide?: boolean; readonly bare?: boolean }) {
  const { opened, onClose, title, children } = props;
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={title}
      withCloseButton={!bare}
      padding={bare ? 0 : "lg"}
      size={wide ? 720 : 600}
      yOffset="10vh"
      transitionProps={TRANSITION}
      overlayProps={{ backgroundOpacity: 0.35 }}
      closeButtonProps={{ "aria-label": "Close" }}
      {...(bare ? { classNames: { header: "visually-hidden" } } : {})}
      className="dialog"
    >
      {children}
    </Modal>
  );
}

export function SidePanel({ opened, onClose, title, children }: OverlayProps) {
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      title={title}
      position="right"
      size={460}
      overlayProps={{ backgroundOpacity: 0.25 }}
      transitionProps={TRANSITION}
      closeButtonProps={{ "aria-label": "Close" }}
      className="side-panel"
    >
      {children}
    </Drawer>
  );
}
