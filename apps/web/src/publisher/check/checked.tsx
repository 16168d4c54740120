import { getRouteApi } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { onlySet } from "../../shared/address.ts";
import { MendDialog } from "../mend/mend-dialog.tsx";
import type { CheckSearch } from "../publisher-search.ts";
import { FileDrop } from "../source/file-drop.tsx";
import type { PackageSource } from "../source/package-source.ts";
import { CheckView } from "./check-view.tsx";

const route = getRouteApi("/frame/publisher/");

interface CheckedProps {
  readonly source: PackageSource;
  /** Something else is to be looked at. */
  readonly onChoose: (source: PackageSource) => void;
}

/** What was chosen, with the dialog that mends it. */
export function Checked({ source, onChoose }: CheckedProps): ReactElement {
  const { mend } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <>
      <FileDrop onChoose={onChoose}>
        {(choosing) => <CheckView key={source.id} source={source} choosing={choosing} />}
      </FileDrop>
      {/* Beside the view, which makes way for the one of the mended copy: a dialog that vanishes leaves the page inert. */}
      <MendDialog
        source={source}
        open={mend === true}
        onClose={() =>
          void navigate({ search: (before) => onlySet<CheckSearch>({ ...before, mend: undefined }), replace: true })
        }
      />
    </>
  );
}
