import { useEffect, useRef, useState } from "preact/hooks";
import type { Uploaded } from "../outbox";
import { LARGEST, MOST, type Upload, type UploadProblem } from "../uploads";

/** A file on its way into a message. */
export interface Chip {
  key: number;
  file: File | null;
  name: string;
  size: number;
  /** How much of it has left, from 0 to 1. */
  share: number;
  stage: "waiting" | "uploading" | "done" | "failed";
  problem: UploadProblem | null;
  uploaded: Uploaded | null;
}

export interface Files {
  chips: Chip[];
  /** Set when more files were offered than a message may carry. */
  tooMany: boolean;
  add(files: File[]): void;
  restore(files: Uploaded[]): void;
  remove(key: number): void;
  retry(key: number): void;
  /** The files that are with the server, for the message that now leaves; empties the list. */
  take(): Uploaded[];
}

interface FilesNeeds {
  upload: Upload;
  visitor(): string | null;
  /** Whether the line stands: only then is there a visitor to whom a file belongs. */
  ready: boolean;
}

/** The files of the message being written; each is sent as soon as there is a line. */
export function useFiles({ upload, visitor, ready }: FilesNeeds): Files {
  const [chips, setChips] = useState<Chip[]>([]);
  const [tooMany, setTooMany] = useState(false);
  const running = useRef(new Map<number, AbortController>()).current;
  const next = useRef(0);

  const change = (key: number, part: Partial<Chip>) =>
    setChips((all) => all.map((chip) => (chip.key === key ? { ...chip, ...part } : chip)));

  async function start(chip: Chip, file: File, token: string) {
    const control = new AbortController();
    running.set(chip.key, control);
    change(chip.key, { stage: "uploading", share: 0 });
    const result = await upload(file, token, (share) => change(chip.key, { share }), control.signal);
    running.delete(chip.key);
    change(
      chip.key,
      result.ok ? { stage: "done", uploaded: result.file } : { stage: "failed", problem: result.problem },
    );
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new file or a new line is a reason to look
  useEffect(() => {
    const token = ready ? visitor() : null;
    for (const chip of token ? chips : []) {
      if (chip.stage === "waiting" && chip.file && token && !running.has(chip.key)) {
        void start(chip, chip.file, token);
      }
    }
  }, [chips, ready]);

  function put(made: Omit<Chip, "key">[]) {
    setTooMany(chips.length + made.length > MOST);
    const room = made.slice(0, Math.max(0, MOST - chips.length));
    setChips([...chips, ...room.map((chip) => ({ ...chip, key: next.current++ }))]);
  }

  return {
    chips,
    tooMany,
    add: (files) => put(files.map(chipOf)),
    restore: (files) =>
      put(files.map((uploaded) => ({ ...chipBase(uploaded), file: null, share: 1, stage: "done", uploaded }))),
    remove(key) {
      running.get(key)?.abort();
      setTooMany(false);
      setChips((all) => all.filter((chip) => chip.key !== key));
    },
    retry: (key) => change(key, { stage: "waiting", problem: null }),
    take() {
      const done = chips.map((chip) => chip.uploaded).filter((file) => file !== null);
      setChips([]);
      setTooMany(false);
      return done;
    },
  };
}

function chipOf(file: File): Omit<Chip, "key"> {
  const base = { ...chipBase(file), file, share: 0, uploaded: null };
  return file.size > LARGEST
    ? { ...base, stage: "failed", problem: "too-large" }
    : { ...base, stage: "waiting", problem: null };
}

function chipBase({ name, size }: { name: string; size: number }) {
  return { name, size, problem: null };
}
