/** What went wrong and what to do, with a way to try again. */
interface ErrorStateProps {
  readonly error: Error;
  readonly onRetry?: () => void;
}

export function ErrorState({ error, onRetry }: ErrorStateProps) {
  const title = "title" in error && typeof error.title === "string" ? error.title : "Something went wrong";
  return (
    <div className="empty" role="alert">
      <h2>{title}</h2>
      <p>{error.message}</p>
      {onRetry !== undefined && (
        <button type="button" className="button" onClick={onRetry}>
          Try again
        </button>
      )}
    </div>
  );
}
