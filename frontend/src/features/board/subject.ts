import type { Board } from "../../types/board.ts";

/** What a row of the board is about, and what can be done with it. */
export type Subject = {
  topic: string;
  conversation: string;
  queue: string;
  assignee: string | null;
  /** The row it is known by on the screen. */
  row: string;
};

/** Every row that is about a topic, in the order of the page. */
export function subjectsOf(board: Board): Subject[] {
  return [
    ...board.promises.items.map((one) => ({
      topic: one.topic,
      conversation: one.conversation,
      queue: one.queue,
      assignee: one.assignee,
      row: `promise-${one.id}`,
    })),
    ...board.queues.flatMap((queue) =>
      queue.longest
        ? [
            {
              topic: queue.longest.topic,
              conversation: queue.longest.conversation,
              queue: queue.id,
              assignee: queue.longest.assignee,
              row: `queue-${queue.id}`,
            },
          ]
        : [],
    ),
    ...board.atRisk.map((one) => ({
      topic: one.topic,
      conversation: one.conversation,
      queue: one.queue,
      assignee: one.assignee,
      row: `risk-${one.topic}`,
    })),
  ];
}
