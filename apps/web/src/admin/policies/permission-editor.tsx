import { Card, makeStyles, Radio, RadioGroup, Text, tokens } from "@fluentui/react-components";
import { type ReactElement, useState } from "react";
import { useText } from "../../shared/language/text.ts";
import { Heading } from "../../shared/layout/heading.tsx";
import type { App } from "../apps/app-queries.ts";
import { AppList } from "./app-list.tsx";
import type { KnownApps } from "./known-apps.ts";
import type { CatalogRule, PermissionContent } from "./policy-queries.ts";
import { type AppKind, appKindName, appKinds, type Choice, choiceName, choiceOf, choices } from "./policy-words.ts";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalL },
  card: { rowGap: tokens.spacingVerticalM },
  text: { color: tokens.colorNeutralForeground2 },
});

interface ContentEditorProps<Content> {
  readonly content: Content;
  readonly apps: KnownApps;
  readonly editable: boolean;
  readonly onChange: (change: Partial<Content>) => void;
  readonly onPicked: (ref: string, app: App) => void;
}

export type { ContentEditorProps };

/** What a permission policy says about each kind of apps. */
export function PermissionEditor(props: ContentEditorProps<PermissionContent>): ReactElement {
  const styles = useStyles();
  const { content, onChange, ...rest } = props;
  return (
    <div className={styles.root}>
      {appKinds.map((kind) => (
        <RuleCard
          key={kind}
          kind={kind}
          rule={content[kind]}
          onChange={(rule) => onChange({ [kind]: rule })}
          {...rest}
        />
      ))}
    </div>
  );
}

interface RuleCardProps extends Omit<ContentEditorProps<PermissionContent>, "content" | "onChange"> {
  readonly kind: AppKind;
  readonly rule: CatalogRule;
  readonly onChange: (rule: CatalogRule) => void;
}

function RuleCard({ kind, rule, apps, editable, onChange, onPicked }: RuleCardProps): ReactElement {
  const styles = useStyles();
  const t = useText();
  // "These apps" with none yet is, to the server, all or none: what was chosen is remembered beside the rule.
  const [listing, setListing] = useState(false);
  const [put, setPut] = useState<readonly string[]>([]);
  const plain = choiceOf(rule);
  const listed: Record<Choice, Choice> = {
    allowAll: "blockThese",
    blockAll: "allowThese",
    allowThese: "allowThese",
    blockThese: "blockThese",
  };
  const choice = listing ? listed[plain] : plain;

  function choose(next: Choice): void {
    const type = next === "allowAll" || next === "blockThese" ? "BlockedAppList" : "AllowedAppList";
    const lists = next === "allowThese" || next === "blockThese";
    setListing(lists);
    if (!lists && rule.apps.length > 0) setPut(rule.apps);
    const kept = rule.apps.length > 0 ? rule.apps : put;
    onChange({ type, apps: lists ? [...kept] : [] });
  }

  const name = appKindName(kind, t);
  const texts: Record<AppKind, string> = {
    microsoft: t("admin.policies.kind.microsoft.text"),
    thirdParty: t("admin.policies.kind.thirdParty.text"),
    custom: t("admin.policies.kind.custom.text"),
  };
  return (
    <Card className={styles.card}>
      <Heading level={2} size={400}>
        {name}
      </Heading>
      <Text className={styles.text}>{texts[kind]}</Text>
      <RadioGroup
        aria-label={name}
        value={choice}
        disabled={!editable}
        onChange={(_, { value }) => choose(choices.find((one) => one === value) ?? "allowAll")}
      >
        {choices.map((one) => (
          <Radio key={one} value={one} label={choiceName(one, t)} />
        ))}
      </RadioGroup>
      {(choice === "allowThese" || choice === "blockThese") && (
        <>
          <AppList
            label={choice === "allowThese" ? t("admin.policies.allowApp") : t("admin.policies.blockApp")}
            refs={rule.apps}
            apps={apps}
            kind={kind}
            editable={editable}
            onChange={(refs) => {
              setListing(true);
              onChange({ ...rule, apps: refs });
            }}
            onPicked={onPicked}
          />
          {rule.apps.length === 0 && (
            <Text>
              {choice === "allowThese" ? t("admin.policies.allowThese.none") : t("admin.policies.blockThese.none")}
            </Text>
          )}
        </>
      )}
    </Card>
  );
}
