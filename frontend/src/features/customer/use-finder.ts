import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { Customer } from "../../types/api.ts";
import { lookUpQuery } from "./api/find-customers.ts";

const pause = 200;

/** Looks customers up while somebody types; one is left out. */
export function useFinder(except: string) {
  const [typed, setTyped] = useState("");
  const [asked, setAsked] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setAsked(typed.trim()), pause);
    return () => clearTimeout(timer);
  }, [typed]);
  const found = useQuery(lookUpQuery(asked));
  const others: Customer[] = found.data?.items.filter((one) => one.id !== except) ?? [];
  return { typed, setTyped, asked, others, error: found.error, none: found.isSuccess && others.length === 0 };
}
