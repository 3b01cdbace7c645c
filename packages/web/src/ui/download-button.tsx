/** Keeps a text as a file of the person who looks at it. */
interface DownloadButtonProps {
  readonly text: string;
  /** Name of the file. */
  readonly file: string;
  readonly children: string;
}

export function DownloadButton({ text, file, children }: DownloadButtonProps) {
  return (
    <button type="button" className="button" onClick={() => download(text, file)}>
      {children}
    </button>
  );
}

function download(text: string, file: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: "text/plain" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = file;
  link.click();
  // After the browser took it.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
