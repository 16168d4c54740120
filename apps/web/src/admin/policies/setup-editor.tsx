import { Card, makeStyles, Text, tokens } from "@fluentui/react-components";
import { lazy, type ReactElement, Suspense } from "react";
import { RowSkeletons } from "../../shared/feedback/row-skeletons.tsx";
import { useText } from "../../shared/language/text.ts";
import { Heading } from "../../shared/layout/heading.tsx";
import { patiently } from "../../shared/patient-import.ts";
import { SwitchRow } from "../settings/switch-row.tsx";
import { AppList } from "./app-list.tsx";
import type { ContentEditorProps } from "./permission-editor.tsx";
import type { SetupContent } from "./policy-queries.ts";

const PinnedApps = lazy(patiently(async () => ({ default: (await import("./pinned-apps.tsx")).PinnedApps })));

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalL },
  card: { rowGap: tokens.spacingVerticalM },
  text: { color: tokens.colorNeutralForeground2 },
});

/** What a setup policy gives: rights, pinned apps in order, installed apps. */
export function SetupEditor(props: ContentEditorProps<SetupContent>): ReactElement {
  const { content, apps, editable, onChange, onPicked } = props;
  const styles = useStyles();
  const t = useText();
  const common = { apps, editable, onPicked };
  return (
    <div className={styles.root}>
      <Card className={styles.card}>
        <Heading level={2} size={400}>
          {t("admin.policies.setup.rights")}
        </Heading>
        <SwitchRow
          label={t("admin.policies.setup.upload")}
          what={t("admin.policies.setup.upload.text")}
          checked={content.allowSideLoading}
          disabled={!editable}
          onChange={(checked) => onChange({ allowSideLoading: checked })}
        />
        <SwitchRow
          label={t("admin.policies.setup.pinning")}
          what={t("admin.policies.setup.pinning.text")}
          checked={content.allowUserPinning}
          disabled={!editable}
          onChange={(checked) => onChange({ allowUserPinning: checked })}
        />
      </Card>
      <Card className={styles.card}>
        <Heading level={2} size={400}>
          {t("admin.policies.setup.pinned")}
        </Heading>
        <Text className={styles.text}>{t("admin.policies.setup.pinned.text")}</Text>
        <Suspense fallback={<RowSkeletons rows={2} />}>
          <PinnedApps
            label={t("admin.policies.setup.pinApp")}
            refs={content.pinnedAppBarApps}
            onChange={(refs) => onChange({ pinnedAppBarApps: refs })}
            {...common}
          />
        </Suspense>
      </Card>
      <Card className={styles.card}>
        <Heading level={2} size={400}>
          {t("admin.policies.setup.pinnedMessages")}
        </Heading>
        <Text className={styles.text}>{t("admin.policies.setup.pinnedMessages.text")}</Text>
        <Suspense fallback={<RowSkeletons rows={2} />}>
          <PinnedApps
            label={t("admin.policies.setup.pinToMessages")}
            refs={content.pinnedMessageBarApps}
            onChange={(refs) => onChange({ pinnedMessageBarApps: refs })}
            {...common}
          />
        </Suspense>
      </Card>
      <Card className={styles.card}>
        <Heading level={2} size={400}>
          {t("admin.policies.setup.installed")}
        </Heading>
        <Text className={styles.text}>{t("admin.policies.setup.installed.text")}</Text>
        <AppList
          label={t("admin.policies.setup.installApp")}
          refs={content.appPresetList}
          onChange={(refs) => onChange({ appPresetList: refs })}
          {...common}
        />
      </Card>
    </div>
  );
}
