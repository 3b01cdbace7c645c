/**
 * `j` and `k` move through whatever list the page has. The list listens, since a virtual list has to
 * bring the next row into existence before it can have the focus.
 */
const EVENT = "freehold-move";

export function moveInList(step: 1 | -1): void {
  document.dispatchEvent(new CustomEvent(EVENT, { detail: step }));
}

export function onMoveInList(listener: (step: 1 | -1) => void): () => void {
  const listen = (event: Event) => {
    if (event instanceof CustomEvent) listener(event.detail === 1 ? 1 : -1);
  };
  document.addEventListener(EVENT, listen);
  return () => document.removeEventListener(EVENT, listen);
}
