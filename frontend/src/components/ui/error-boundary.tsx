import { Component, type ReactNode } from "react";
import { i18n } from "../../lib/i18n/setup.ts";

type State = { broken: boolean };

/** Keeps a fault in one part of the screen from taking the rest along. */
export class ErrorBoundary extends Component<{ children: ReactNode }, State> {
  override state: State = { broken: false };

  static getDerivedStateFromError(): State {
    return { broken: true };
  }

  override render() {
    if (!this.state.broken) return this.props.children;
    return (
      <div className="trouble" role="alert">
        <p>{i18n.t("app.crashed")}</p>
        <p>
          <button type="button" className="btn line" onClick={() => this.setState({ broken: false })}>
            {i18n.t("app.tryAgain")}
          </button>
          <button type="button" className="btn" onClick={() => window.location.reload()}>
            {i18n.t("app.reload")}
          </button>
        </p>
      </div>
    );
  }
}
