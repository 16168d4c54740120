import { Button, Field, Input, makeStyles, Tag, TagGroup, tokens } from "@fluentui/react-components";
import { AddRegular } from "@fluentui/react-icons";
import { type KeyboardEvent, type ReactElement, useState } from "react";
import { useText } from "../../shared/language/text.ts";
import { channelFaultText } from "./channel-fault-text.ts";
import { type ChannelNameFault, channelNameFault, longestChannelName } from "./channel-names.ts";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  line: { display: "flex", gap: tokens.spacingHorizontalS },
  input: { flexGrow: 1, minWidth: 0, "& input": { width: "100%", minWidth: 0 } },
  tags: { display: "flex", flexWrap: "wrap", gap: tokens.spacingVerticalXS },
});

interface ChannelNamesFieldProps {
  readonly value: readonly string[];
  readonly onChange: (names: string[]) => void;
}

/** Names of channels, one after the other. */
export function ChannelNamesField({ value, onChange }: ChannelNamesFieldProps): ReactElement {
  const styles = useStyles();
  const t = useText();
  const [text, setText] = useState("");
  const [fault, setFault] = useState<ChannelNameFault>();

  function add(): void {
    const why = channelNameFault(text, value);
    setFault(why);
    if (why !== undefined) return;
    onChange([...value, text.trim()]);
    setText("");
  }
  function onKeyDown(event: KeyboardEvent): void {
    // Enter in this field is for the channel, not yet for the team.
    if (event.key !== "Enter" || text.trim() === "") return;
    event.preventDefault();
    add();
  }

  return (
    <div className={styles.root}>
      <Field
        label={t("admin.team.channels")}
        hint={t("admin.newTeam.channels.hint")}
        validationMessage={fault === undefined ? null : channelFaultText(fault, t)}
      >
        <div className={styles.line}>
          <Input
            className={styles.input}
            aria-label={t("admin.newTeam.channels.name")}
            maxLength={longestChannelName}
            value={text}
            onChange={(_, data) => {
              setText(data.value);
              setFault(undefined);
            }}
            onKeyDown={onKeyDown}
          />
          <Button icon={<AddRegular />} onClick={add}>
            {t("admin.newTeam.channels.add")}
          </Button>
        </div>
      </Field>
      {value.length > 0 && (
        <TagGroup
          className={styles.tags}
          aria-label={t("admin.team.channels")}
          onDismiss={(_, data) => onChange(value.filter((name) => name !== data.value))}
        >
          {value.map((name) => (
            <Tag
              key={name}
              value={name}
              dismissible
              dismissIcon={{ "aria-label": t("admin.newTeam.channels.remove", { name }) }}
            >
              {name}
            </Tag>
          ))}
        </TagGroup>
      )}
    </div>
  );
}
