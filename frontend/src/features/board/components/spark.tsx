const width = 132;
const height = 28;

/** What came in against what was answered, as two lines; the space between them shows a queue that grows. */
export function Spark({ began, answered }: { began: number[]; answered: number[] }) {
  const most = Math.max(3, ...began, ...answered);
  const points = (values: number[]) =>
    values.map(
      (value, index) =>
        `${(2 + (index * (width - 4)) / (values.length - 1)).toFixed(1)},${(height - 3 - (value * (height - 6)) / most).toFixed(1)}`,
    );
  const above = points(began.map((value, index) => Math.max(value, answered[index] ?? 0)));
  return (
    <svg className="spark" viewBox={`0 0 ${width} ${height}`} width={width} height={height} aria-hidden="true">
      <polygon points={[...above, ...points(answered).reverse()].join(" ")} />
      <polyline className="in" points={points(began).join(" ")} />
      <polyline className="out" points={points(answered).join(" ")} />
    </svg>
  );
}
