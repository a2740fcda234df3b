export function Wordmark() {
  return (
    <div className="brand">
      <span className="mark" aria-hidden="true" />
      Loper
    </div>
  );
}
