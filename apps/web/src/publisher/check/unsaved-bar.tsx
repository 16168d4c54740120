import { Button, MessageBar, MessageBarActions, MessageBarBody } from "@fluentui/react-components";
import { ArrowDownloadRegular } from "@fluentui/react-icons";
import type { ReactElement } from "react";
import { useText } from "../../shared/language/text.ts";
import { saveFile } from "../../shared/save-file.ts";
import { useDesk } from "../desk.ts";
import type { PackageSource } from "../source/package-source.ts";

/** Says that a mended copy is nowhere but in this browser. Nothing about what came from the disk. */
export function UnsavedBar({ source }: { source: PackageSource }): ReactElement | null {
  const t = useText();
  const [{ unsaved }] = useDesk();
  if (unsaved?.sourceId !== source.id) return null;
  return (
    <MessageBar intent="info">
      <MessageBarBody>{t("publisher.mend.unsaved")}</MessageBarBody>
      <MessageBarActions>
        <Button icon={<ArrowDownloadRegular />} onClick={() => saveFile(unsaved.name, unsaved.blob)}>
          {t("publisher.mend.save", { name: unsaved.name })}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
