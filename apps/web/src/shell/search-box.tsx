import { Combobox, makeStyles, Option, OptionGroup, Text, tokens } from "@fluentui/react-components";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type ReactElement, useDeferredValue, useEffect, useRef, useState } from "react";
import { useText } from "../shared/language/text.ts";
import { teamsQuery } from "../shared/teams.ts";
import { appSearchQuery, findPlaces } from "./search-places.ts";

const useStyles = makeStyles({
  box: { width: "100%", minWidth: 0, "& input": { minWidth: 0, width: "100%" } },
  list: { maxHeight: "60vh" },
  where: { color: tokens.colorNeutralForeground3, marginInlineStart: tokens.spacingHorizontalS },
});

/**
 * Type part of a name, go to the team, channel or app.
 * @param onEnd told when searching is over; `true` when the focus should go back where it was.
 */
export function SearchBox({ onEnd }: { onEnd: (giveFocusBack: boolean) => void }): ReactElement {
  const styles = useStyles();
  const t = useText();
  const navigate = useNavigate();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState("");
  const [open, setOpen] = useState(true);
  const wanted = useDeferredValue(text.trim());
  const { data: teams = [] } = useQuery(teamsQuery);
  const { data: apps = [] } = useQuery({ ...appSearchQuery(wanted), enabled: wanted !== "" });
  const places = findPlaces(teams, wanted);
  const foundApps = wanted === "" ? [] : apps;
  const nothing = places.teams.length + places.channels.length + foundApps.length === 0;

  useEffect(() => input.current?.focus(), []);

  function go(value: string | undefined): void {
    const [kind, id = "", channelId = ""] = value?.split(" ") ?? [];
    if (kind === "team") void navigate({ to: "/teams/$teamId", params: { teamId: id } });
    if (kind === "channel")
      void navigate({ to: "/teams/$teamId/channels/$channelId", params: { teamId: id, channelId } });
    if (kind === "app") void navigate({ to: "/apps/$appId", params: { appId: id } });
    onEnd(true);
  }

  return (
    <Combobox
      input={{ ref: input }}
      className={styles.box}
      appearance="filled-darker"
      freeform
      expandIcon={null}
      aria-label={t("shell.search.label")}
      placeholder={t("shell.search.placeholder")}
      listbox={{ className: styles.list }}
      value={text}
      selectedOptions={[]}
      open={open}
      onOpenChange={(_, data) => setOpen(data.open)}
      onBlur={() => onEnd(false)}
      onKeyDown={(event) => {
        if (event.key === "Escape") onEnd(true);
      }}
      onChange={(event) => {
        setText(event.target.value);
        setOpen(true);
      }}
      onOptionSelect={(_, data) => go(data.optionValue)}
    >
      {places.teams.length > 0 && (
        <OptionGroup label={t("shell.search.teams")}>
          {places.teams.map((team) => (
            <Option key={team.id} value={`team ${team.id}`} text={team.displayName} checkIcon={null}>
              {team.displayName}
            </Option>
          ))}
        </OptionGroup>
      )}
      {places.channels.length > 0 && (
        <OptionGroup label={t("shell.search.channels")}>
          {places.channels.map(({ team, channel }) => (
            <Option
              key={channel.id}
              value={`channel ${team.id} ${channel.id}`}
              text={channel.displayName}
              checkIcon={null}
            >
              <span>
                {channel.displayName}
                <Text size={200} className={styles.where}>
                  {team.displayName}
                </Text>
              </span>
            </Option>
          ))}
        </OptionGroup>
      )}
      {foundApps.length > 0 && (
        <OptionGroup label={t("shell.search.apps")}>
          {foundApps.map((app) => (
            <Option key={app.id} value={`app ${app.id}`} text={app.displayName} checkIcon={null}>
              {app.displayName}
            </Option>
          ))}
        </OptionGroup>
      )}
      {nothing && (
        <Option key="none" value="" text="" disabled checkIcon={null}>
          {t("shell.search.nothing")}
        </Option>
      )}
    </Combobox>
  );
}
