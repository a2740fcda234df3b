type SideCardProps = { name: string; lines: string[] };

/** One of two customers, as a dialog sets them side by side. */
export function SideCard({ name, lines }: SideCardProps) {
  return (
    <div className="side">
      <div className="b" dir="auto">
        {name}
      </div>
      {lines.map((line) => (
        <div key={line} className="num">
          {line}
        </div>
      ))}
    </div>
  );
}
