import { getRouteApi } from "@tanstack/react-router";
import { lazy, type ReactElement, Suspense, useEffect } from "react";
import { onlySet } from "../../shared/address.ts";
import { useText } from "../../shared/language/text.ts";
import { usePageTitle } from "../../shared/layout/page-title.ts";
import { patiently } from "../../shared/patient-import.ts";
import { useDesk } from "../desk.ts";
import type { CheckSearch } from "../publisher-search.ts";
import type { PackageSource } from "../source/package-source.ts";
import { CheckStart } from "./check-start.tsx";

const load = async () => ({ default: (await import("./checked.tsx")).Checked });
const Checked = lazy(patiently(load));

const route = getRouteApi("/frame/publisher/");

/** Checks a package, a manifest or a folder in the browser. */
export function CheckPage(): ReactElement {
  const t = useText();
  const navigate = route.useNavigate();
  const [{ checked }, change] = useDesk();
  usePageTitle(t("publisher.check.title"));
  // Beforehand, so that what is dropped is looked at at once.
  useEffect(() => void load().catch(() => undefined), []);

  function choose(source: PackageSource): void {
    // Values for one package's placeholders are not those of another.
    change({ checked: source, env: {} });
    // What was looked for in the findings of the one before would hide those of this one.
    void navigate({
      search: ({ target, tab, group }) => onlySet<CheckSearch>({ target, tab, group }),
      replace: true,
    });
  }

  if (checked === null) return <CheckStart onChoose={choose} />;
  return (
    <Suspense fallback={null}>
      <Checked source={checked} onChoose={choose} />
    </Suspense>
  );
}
