import { render, screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { Story } from "./components/conversation-header.tsx";

it("tells a short way through channels whole, and of a long one its two ends", () => {
  const { container, rerender } = render(<Story story={["chat", "whatsapp", "email"]} />);
  expect(container).toHaveTextContent("chat→WhatsApp→email");
  rerender(<Story story={["chat", "email", "whatsapp", "sms"]} />);
  expect(screen.queryByText("…")).toBeVisible();
  expect(container.querySelectorAll("svg")).toHaveLength(2);
  expect(screen.getByTitle("chat → email → WhatsApp → SMS")).toHaveTextContent("email → WhatsApp");
});
