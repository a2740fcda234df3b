import type { MouseEvent, ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link, useNavigate } from "react-router";

export type Column<T> = {
  head: string;
  cell: (item: T) => ReactNode;
  /** How a cell looks; `blank` takes no room on a phone. */
  className?: (item: T) => string | undefined;
  /** Numbers stand below each other by their last digit. */
  number?: boolean;
  /** Names the cell on a phone, where its column does not stand above it. */
  label?: string;
};

type ListTableProps<T> = {
  label?: string;
  items: T[];
  keyOf: (item: T) => string;
  /** Above the names. */
  head: string;
  name: (item: T) => ReactNode;
  /** Stands before the name. */
  mark?: (item: T) => ReactNode;
  /** Stands below it, smaller. */
  below?: (item: T) => ReactNode;
  columns: Column<T>[];
  /** Where a row leads, or what opens it. */
  open?: (item: T) => string | (() => void);
  /** What else can be done with it. */
  acts?: (item: T) => ReactNode;
  className?: string;
  /** What is switched off, or gone. */
  quiet?: (item: T) => boolean;
};

/** A list to look after: a row is one thing, and opens wherever it is pressed; with the keyboard, by its name. */
export function ListTable<T>(props: ListTableProps<T>) {
  const { t } = useTranslation();
  if (props.items.length === 0) return null;
  return (
    <table className={props.className ? `cards ${props.className}` : "cards"} aria-label={props.label}>
      <thead>
        <tr>
          <th scope="col">{props.head}</th>
          {props.columns.map((column) => (
            <th key={column.head} scope="col" className={column.number ? "n" : undefined}>
              {column.head}
            </th>
          ))}
          {props.acts ? (
            <th scope="col">
              <span className="sr">{t("app.more")}</span>
            </th>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {props.items.map((item) => (
          <Row key={props.keyOf(item)} item={item} {...props} />
        ))}
      </tbody>
    </table>
  );
}

/** Whether it was pressed to do something of its own, or to select words. */
function isOwn({ target }: MouseEvent): boolean {
  return (
    (target instanceof Element && target.closest("a, button, input, label, select") !== null) ||
    window.getSelection()?.isCollapsed === false
  );
}

function Row<T>({ item, name, mark, below, columns, open, acts, quiet }: ListTableProps<T> & { item: T }) {
  const navigate = useNavigate();
  const opens = open?.(item);
  const go = typeof opens === "string" ? () => navigate(opens) : opens;
  const words = name(item);
  const look = [opens ? "goes" : "", quiet?.(item) ? "m" : ""].filter(Boolean).join(" ");
  const under = below?.(item);
  return (
    <tr className={look} onClick={go ? (event) => isOwn(event) || go() : undefined}>
      <th scope="row">
        {mark?.(item)}
        <span>
          {typeof opens === "string" ? (
            <Link to={opens}>{words}</Link>
          ) : opens ? (
            <button type="button" className="opens" onClick={opens}>
              {words}
            </button>
          ) : (
            words
          )}
          {under ? <small>{under}</small> : null}
        </span>
      </th>
      {columns.map((column) => (
        <td
          key={column.head}
          className={[column.number ? "n" : "", column.className?.(item)].filter(Boolean).join(" ") || undefined}
          data-label={column.label}
        >
          {column.cell(item)}
        </td>
      ))}
      {acts ? <td>{acts(item)}</td> : null}
    </tr>
  );
}
