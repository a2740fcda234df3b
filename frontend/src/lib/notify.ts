/** What the browser lets us do: told nothing yet ("ask"), allowed, forbidden, or it cannot. */
export type NoticePermission = "ask" | "granted" | "denied" | "unsupported";

export function noticePermission(): NoticePermission {
  if (!("Notification" in window)) return "unsupported";
  return Notification.permission === "default" ? "ask" : Notification.permission;
}

/** Asks the person, who chose to be asked; answers whether we may. */
export async function askForNotices(): Promise<boolean> {
  if (noticePermission() === "unsupported") return false;
  return (await Notification.requestPermission()) === "granted";
}

type Notice = { title: string; body: string; tag: string; onClick: () => void };

export function notify({ title, body, tag, onClick }: Notice): void {
  if (noticePermission() !== "granted") return;
  const notice = new Notification(title, { body, tag, icon: "/favicon-waiting.svg" });
  notice.onclick = () => {
    window.focus();
    notice.close();
    onClick();
  };
}

/** Two soft tones. A browser in which nobody has clicked yet stays silent. */
export function chime(): void {
  const context = new AudioContext();
  const volume = context.createGain();
  volume.gain.value = 0.05;
  volume.connect(context.destination);
  for (const [index, frequency] of [660, 880].entries()) {
    const tone = context.createOscillator();
    const from = context.currentTime + index * 0.14;
    tone.frequency.value = frequency;
    tone.connect(volume);
    tone.start(from);
    tone.stop(from + 0.12);
  }
  setTimeout(() => void context.close(), 600);
}
