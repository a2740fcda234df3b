type SideCardProps = { name: string; lines: string[] };

/** One of two customers, as a dialog sets them side by side; a number that is on two channels stands there once. */
export function SideCard({ name, lines }: SideCardProps) {
  return (
    <div className="side">
      <div className="b" dir="auto">
        {name}
      </div>
      {[...new Set(lines)].map((line) => (
        <div key={line} className="num">
          {line}
        </div>
      ))}
    </div>
  );
}
