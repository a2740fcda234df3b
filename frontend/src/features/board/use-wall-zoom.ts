import { useEffect, useState } from "react";

/** What the board needs at its usual size. */
const width = 1200;
const height = 760;

/** As large as the screen on the wall allows. */
export function useWallZoom(wall: boolean): { zoom: number } | undefined {
  const [zoom, setZoom] = useState(fitting);
  useEffect(() => {
    const fit = () => setZoom(fitting());
    window.addEventListener("resize", fit);
    return () => window.removeEventListener("resize", fit);
  }, []);
  return wall ? { zoom } : undefined;
}

function fitting(): number {
  return Math.max(1, Math.min(window.innerWidth / width, window.innerHeight / height));
}
