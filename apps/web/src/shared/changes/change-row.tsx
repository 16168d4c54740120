import { Badge, Button, makeStyles, mergeClasses, Text, tokens, typographyStyles } from "@fluentui/react-components";
import type { Change } from "@parvis/manifest";
import { type ReactElement, useState } from "react";
import { useText } from "../language/text.ts";
import { narrow } from "../layout/narrow.ts";
import { valueText } from "./value-text.ts";

const useStyles = makeStyles({
  row: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
    paddingBlock: tokens.spacingVerticalM,
    borderBlockStartWidth: tokens.strokeWidthThin,
    borderBlockStartStyle: "solid",
    borderBlockStartColor: tokens.colorNeutralStroke2,
  },
  top: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: tokens.spacingHorizontalM },
  pointer: { fontFamily: tokens.fontFamilyMonospace, overflowWrap: "anywhere", minWidth: 0 },
  values: {
    display: "grid",
    gridTemplateColumns: "repeat(2, minmax(0, 1fr))",
    alignItems: "start",
    gap: tokens.spacingHorizontalM,
    [narrow]: { gridTemplateColumns: "minmax(0, 1fr)" },
  },
  value: {
    ...typographyStyles.caption1,
    fontFamily: tokens.fontFamilyMonospace,
    margin: 0,
    padding: tokens.spacingHorizontalS,
    whiteSpace: "pre-wrap",
    overflowWrap: "anywhere",
    textAlign: "start",
    borderRadius: tokens.borderRadiusMedium,
    borderInlineStartWidth: tokens.strokeWidthThicker,
    borderInlineStartStyle: "solid",
  },
  old: {
    backgroundColor: tokens.colorStatusDangerBackground1,
    borderInlineStartColor: tokens.colorStatusDangerForeground1,
  },
  next: {
    backgroundColor: tokens.colorStatusSuccessBackground1,
    borderInlineStartColor: tokens.colorStatusSuccessForeground1,
  },
  label: { color: tokens.colorNeutralForeground3, marginBlockEnd: tokens.spacingVerticalXXS },
  none: { color: tokens.colorNeutralForeground3, padding: tokens.spacingHorizontalS },
});

const colours = { added: "success", removed: "danger", changed: "informative" } as const;

/** One change: where, and what stood and stands there. */
export function ChangeRow({ change }: { change: Change }): ReactElement {
  const styles = useStyles();
  const t = useText();
  const { kind, pointer } = change;
  const kinds = {
    added: t("shared.changes.added"),
    removed: t("shared.changes.removed"),
    changed: t("shared.changes.changed"),
  };
  return (
    <li className={styles.row}>
      <div className={styles.top}>
        <Badge appearance="tint" color={colours[kind]}>
          {kinds[kind]}
        </Badge>
        <Text className={styles.pointer}>
          <bdi>{pointer}</bdi>
        </Text>
      </div>
      <div className={styles.values}>
        <Value label={t("shared.changes.old")} value={change.before} className={styles.old} />
        <Value label={t("shared.changes.new")} value={change.after} className={styles.next} />
      </div>
    </li>
  );
}

interface ValueProps {
  readonly label: string;
  readonly value: Change["before"];
  readonly className: string;
}

function Value({ label, value, className }: ValueProps): ReactElement {
  const styles = useStyles();
  const t = useText();
  const [whole, setWhole] = useState(false);
  const { text, cut } = valueText(value, whole);
  return (
    <div>
      <Text size={100} block className={styles.label}>
        {label}
      </Text>
      {value === undefined ? (
        <Text size={200} block className={styles.none}>
          {t("shared.changes.nothing")}
        </Text>
      ) : (
        // Source code is written from left to right in every language.
        <pre className={mergeClasses(styles.value, className)} dir="ltr">
          {text}
        </pre>
      )}
      {cut && (
        <Button size="small" appearance="subtle" onClick={() => setWhole(true)}>
          {t("shared.changes.showWhole")}
        </Button>
      )}
    </div>
  );
}
