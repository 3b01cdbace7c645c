/** A plot of land seen from above: parcels side by side, one of them held. */
export function Logo() {
  return (
    <svg className="logo" viewBox="0 0 32 32" width="24" height="24" aria-hidden="true">
      <rect x="1" y="1" width="30" height="30" rx="7" className="logo-ground" />
      <path d="M7 7h8v11H7zM18 7h7v5h-7zM7 21h8v4H7z" fill="#fff" fillOpacity=".4" />
      <path d="M18 15h7v10h-7z" fill="#fff" />
    </svg>
  );
}
