import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense } from "react";
import { occasionsOfQuery } from "../api/get-occasions.ts";

const OccasionSection = lazy(() =>
  import("./occasion-section.tsx").then((file) => ({ default: file.OccasionSection })),
);

/** The occasions of one customer; its words are fetched where there is one, which is seldom. */
export function OccasionHere({ conversation }: { conversation: string }) {
  const { data } = useQuery(occasionsOfQuery(conversation));
  if (!data || data.items.length === 0) return null;
  return (
    <Suspense fallback={null}>
      <OccasionSection occasions={data} />
    </Suspense>
  );
}
