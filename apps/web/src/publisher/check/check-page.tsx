import { getRouteApi } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { onlySet } from "../../shared/address.ts";
import { useText } from "../../shared/language/text.ts";
import { usePageTitle } from "../../shared/layout/page-title.ts";
import { useDesk } from "../desk.ts";
import { MendDialog } from "../mend/mend-dialog.tsx";
import type { CheckSearch } from "../publisher-search.ts";
import { FileDrop } from "../source/file-drop.tsx";
import type { PackageSource } from "../source/package-source.ts";
import { CheckStart } from "./check-start.tsx";
import { CheckView } from "./check-view.tsx";

const route = getRouteApi("/frame/publisher/");

/** Checks a package, a manifest or a folder in the browser. */
export function CheckPage(): ReactElement {
  const t = useText();
  const { mend } = route.useSearch();
  const navigate = route.useNavigate();
  const [{ checked }, change] = useDesk();
  usePageTitle(t("publisher.check.title"));

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
    <>
      <FileDrop onChoose={choose}>
        {(choosing) => <CheckView key={checked.id} source={checked} choosing={choosing} />}
      </FileDrop>
      {/* Beside the view, which makes way for the one of the mended copy: a dialog that vanishes leaves the page inert. */}
      <MendDialog
        source={checked}
        open={mend === true}
        onClose={() =>
          void navigate({ search: (before) => onlySet<CheckSearch>({ ...before, mend: undefined }), replace: true })
        }
      />
    </>
  );
}
