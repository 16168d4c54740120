import {
  Button,
  MessageBar,
  MessageBarBody,
  makeStyles,
  Text,
  tokens,
  useRestoreFocusTarget,
} from "@fluentui/react-components";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type ReactElement, useState } from "react";
import { useIntl } from "react-intl";
import { api, done, read } from "../../shared/api/client.ts";
import { hasCode } from "../../shared/api/problem.ts";
import { ConfirmDialog } from "../../shared/feedback/confirm-dialog.tsx";
import { notify } from "../../shared/feedback/notices.ts";
import { ProblemBar } from "../../shared/feedback/problem-bar.tsx";
import { QueryView } from "../../shared/feedback/query-view.tsx";
import { RowSkeletons } from "../../shared/feedback/row-skeletons.tsx";
import { useText } from "../../shared/language/text.ts";
import type { AppDetails } from "../apps/app-queries.ts";
import { SettingCard } from "../settings/setting-card.tsx";
import {
  type CustomizationDraft,
  changesAnything,
  faultOf,
  type IconName,
  iconNames,
  textInForce,
  textNames,
  wantedOf,
} from "./customization-draft.ts";
import { CustomIcon, CustomText } from "./customization-fields.tsx";
import { type Customization, customizationQuery } from "./customization-query.ts";
import { customizationTexts } from "./customization-texts.ts";

const useStyles = makeStyles({
  fields: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalL },
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  quiet: { color: tokens.colorNeutralForeground3 },
});

/** As everybody would see an icon, and whether that is the organisation's. */
function iconShown(
  name: IconName,
  { icons, publisherIcons, overriddenIcons }: Customization,
  draft: CustomizationDraft,
) {
  const side = name === "colorIcon" ? "color" : "outline";
  const wanted = draft.icons[name];
  if (wanted === undefined)
    return { src: icons[side], publisher: publisherIcons[side], own: overriddenIcons.includes(name) };
  return { src: wanted ?? publisherIcons[side], publisher: publisherIcons[side], own: wanted !== null };
}

function Editor({ app, now }: { app: AppDetails; now: Customization }): ReactElement {
  const styles = useStyles();
  const t = useText();
  const { formatDate } = useIntl();
  const queryClient = useQueryClient();
  const restoreFocus = useRestoreFocusTarget();
  const [edited, setEdited] = useState<CustomizationDraft>();
  const [resetting, setResetting] = useState(false);
  const draft = edited ?? { texts: {}, icons: {}, etag: now.etag };
  const changed = changesAnything(draft, now);
  const outdated = changed && draft.etag !== now.etag;
  const faulty = textNames.some((name) => faultOf(name, draft.texts[name] ?? "") !== undefined);
  const words = { name: app.displayName };
  const fresh = async () =>
    await Promise.all(["app", "apps"].map(async (key) => await queryClient.invalidateQueries({ queryKey: [key] })));
  const publish = useMutation({
    mutationFn: async (sent: CustomizationDraft) =>
      await read(
        api.apps[":appId"].customization.$put({
          param: { appId: app.id },
          // Somebody else's is shown by now, and what was left alone stays as they published it.
          header: { "if-match": outdated ? now.etag : sent.etag },
          json: wantedOf(sent, now),
        }),
      ),
    onSuccess: async (saved, sent) => {
      await fresh();
      // What was typed since then is not published yet.
      setEdited((current) =>
        current === undefined || current === sent ? undefined : { ...current, etag: saved.etag },
      );
      notify({ intent: "success", title: t("admin.app.customize.published", words) });
    },
    onError: async (error) => (hasCode(error, "change/stale") ? await fresh() : undefined),
  });
  const edit = (change: Partial<CustomizationDraft>) => {
    publish.reset();
    setEdited({ ...draft, ...change });
  };
  const offered: ReadonlySet<string> = new Set(now.customizable);
  const own = Object.keys(now.overrides).length > 0 || now.overriddenIcons.length > 0;
  const labels = customizationTexts(t);
  const since = now.changedAt === null ? "" : formatDate(now.changedAt, { dateStyle: "long", timeStyle: "short" });
  const person = now.changedBy?.displayName ?? t("admin.app.access.somebody");
  return (
    <>
      <div className={styles.fields}>
        {textNames
          .filter((name) => offered.has(name))
          .map((name) => (
            <CustomText
              key={name}
              name={name}
              value={draft.texts[name] ?? textInForce(now, name)}
              publisher={now.publisher[name]}
              onChange={(value) => edit({ texts: { ...draft.texts, [name]: value } })}
            />
          ))}
        {iconNames
          .filter((name) => offered.has(name))
          .map((name) => (
            <CustomIcon
              key={name}
              name={name}
              {...iconShown(name, now, draft)}
              onChange={(icon) => edit({ icons: { ...draft.icons, [name]: icon } })}
            />
          ))}
      </div>
      {own && since !== "" && (
        <Text size={200} className={styles.quiet}>
          {t("admin.app.access.setBy", { person, since })}
        </Text>
      )}
      {outdated && (
        <MessageBar intent="warning" layout="multiline" role="status">
          <MessageBarBody>{t("admin.app.customize.outdated", { person })}</MessageBarBody>
        </MessageBar>
      )}
      <ProblemBar error={hasCode(publish.error, "change/stale") ? null : publish.error} />
      <div className={styles.actions}>
        {changed && (
          <>
            <Button
              appearance="primary"
              disabledFocusable={publish.isPending || faulty}
              onClick={() => {
                if (!publish.isPending && !faulty) publish.mutate(draft);
              }}
            >
              {publish.isPending ? t("admin.working") : t("admin.app.customize.publish")}
            </Button>
            <Button onClick={() => setEdited(undefined)}>{t("shared.cancel")}</Button>
          </>
        )}
        {own && !changed && (
          <Button onClick={() => setResetting(true)} {...restoreFocus}>
            {t("admin.app.customize.reset")}
          </Button>
        )}
      </div>
      <ConfirmDialog
        open={resetting}
        title={t("admin.app.customize.resetTitle", words)}
        action={t("admin.app.customize.reset")}
        doing={t("admin.working")}
        act={async () => {
          await done(api.apps[":appId"].customization.$delete({ param: { appId: app.id } }));
          await fresh();
        }}
        onDone={() => {
          setResetting(false);
          setEdited(undefined);
          notify({ intent: "success", title: t("admin.app.customize.resetDone") });
        }}
        onClose={() => setResetting(false)}
      >
        <Text>{t("admin.app.customize.resetWhat")}</Text>
        <ul>
          {[...textNames.filter((name) => now.overrides[name] !== undefined), ...now.overriddenIcons].map((name) => (
            <li key={name}>{labels[name]}</li>
          ))}
        </ul>
      </ConfirmDialog>
    </>
  );
}

/** Names, texts and icons of the organisation's own, where the app's manifest offers them; what it does not is not shown. */
export function CustomizationSetting({ app }: { app: AppDetails }): ReactElement {
  const t = useText();
  const query = useQuery(customizationQuery(app.id));
  return (
    <SettingCard title={t("admin.app.customize")} text={t("admin.app.customize.text")}>
      <QueryView query={query} skeleton={<RowSkeletons rows={3} />}>
        {(now) =>
          now.customizable.length === 0 ? (
            <Text>{t("admin.app.customize.notOffered")}</Text>
          ) : (
            <Editor key={app.id} app={app} now={now} />
          )
        }
      </QueryView>
    </SettingCard>
  );
}
