import { useEffect, useRef } from "react";

/** Files may be dropped anywhere on the page: missing the composer must not replace the page with the file. */
export function useFilesDropped(onDragging: (over: boolean) => void, onFiles: (files: Iterable<File>) => void): void {
  const latest = useRef(onFiles);
  latest.current = onFiles;
  useEffect(() => {
    const carries = (event: DragEvent) => event.dataTransfer?.types.includes("Files") ?? false;
    const over = (event: DragEvent) => {
      if (!carries(event)) return;
      event.preventDefault();
      onDragging(true);
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) onDragging(false);
    };
    const drop = (event: DragEvent) => {
      if (!carries(event)) return;
      event.preventDefault();
      onDragging(false);
      latest.current(event.dataTransfer?.files ?? []);
    };
    window.addEventListener("dragover", over);
    window.addEventListener("dragleave", leave);
    window.addEventListener("drop", drop);
    return () => {
      window.removeEventListener("dragover", over);
      window.removeEventListener("dragleave", leave);
      window.removeEventListener("drop", drop);
    };
  }, [onDragging]);
}
