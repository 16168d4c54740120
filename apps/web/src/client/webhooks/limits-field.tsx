import {
  Button,
  Dropdown,
  Field,
  Input,
  makeStyles,
  Option,
  Radio,
  RadioGroup,
  Text,
  tokens,
} from "@fluentui/react-components";
import { AddRegular, DeleteRegular } from "@fluentui/react-icons";
import type { ReactElement } from "react";
import { useText } from "../../shared/language/text.ts";
import { type LimitRow, type LimitsChoice, usualLimits } from "./limits-choice.ts";
import { type LimitUnit, useWebhookText } from "./webhook-text.ts";

const limitUnits: readonly LimitUnit[] = ["second", "minute", "hour", "day"];
const mostLimits = 8;

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  rows: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
    border: "none",
    margin: 0,
    padding: 0,
    minWidth: 0,
  },
  row: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: tokens.spacingHorizontalS },
  number: { width: "96px" },
  unit: { minWidth: "120px" },
  add: { alignSelf: "start" },
  quiet: { color: tokens.colorNeutralForeground3 },
});

interface LimitsFieldProps {
  readonly value: LimitsChoice;
  readonly onChange: (choice: LimitsChoice) => void;
  readonly fault: string | undefined;
  readonly readOnly: boolean;
}

const whole = (text: string) => Number.parseInt(text, 10) || 0;

/** How many cards a webhook takes: the usual windows, windows of its own, or as many as come. */
export function LimitsField({ value, onChange, fault, readOnly }: LimitsFieldProps): ReactElement {
  const styles = useStyles();
  const t = useText();
  const { limit } = useWebhookText();
  const { kind, rows } = value;
  const unitNames: Record<LimitUnit, string> = {
    second: t("client.webhooks.unit.second"),
    minute: t("client.webhooks.unit.minute"),
    hour: t("client.webhooks.unit.hour"),
    day: t("client.webhooks.unit.day"),
  };
  const put = (next: readonly LimitRow[]) => onChange({ kind, rows: next });
  const set = (key: number, change: Partial<LimitRow>) =>
    put(rows.map((one) => (one.key === key ? { ...one, ...change } : one)));
  return (
    <div className={styles.root}>
      <Field label={t("client.webhooks.limits")} hint={t("client.webhooks.limits.hint")}>
        <RadioGroup
          value={kind}
          disabled={readOnly}
          onChange={(_, data) => onChange({ kind: data.value as LimitsChoice["kind"], rows })}
        >
          <Radio value="usual" label={t("client.webhooks.limits.usual")} />
          <Radio value="own" label={t("client.webhooks.limits.own")} />
          <Radio value="none" label={t("client.webhooks.limits.none")} />
        </RadioGroup>
      </Field>
      {kind === "usual" && (
        <Text size={200} className={styles.quiet}>
          {usualLimits.map(limit).join(" · ")}
        </Text>
      )}
      {kind === "own" && (
        <Field validationMessage={fault ?? null} validationState={fault === undefined ? "none" : "error"}>
          <fieldset className={styles.rows} aria-label={t("client.webhooks.limits.own")}>
            {rows.map(({ key, max, count, unit }, at) => {
              const named = { at: at + 1 };
              return (
                <div key={key} className={styles.row}>
                  <Input
                    className={styles.number}
                    type="number"
                    min={1}
                    readOnly={readOnly}
                    aria-label={t("client.webhooks.limits.max", named)}
                    value={max === 0 ? "" : String(max)}
                    onChange={(_, data) => set(key, { max: whole(data.value) })}
                  />
                  <Text>{t("client.webhooks.limits.cardsIn")}</Text>
                  <Input
                    className={styles.number}
                    type="number"
                    min={1}
                    readOnly={readOnly}
                    aria-label={t("client.webhooks.limits.length", named)}
                    value={count === 0 ? "" : String(count)}
                    onChange={(_, data) => set(key, { count: whole(data.value) })}
                  />
                  <Dropdown
                    className={styles.unit}
                    disabled={readOnly}
                    aria-label={t("client.webhooks.limits.unit", named)}
                    value={unitNames[unit]}
                    selectedOptions={[unit]}
                    onOptionSelect={(_, data) => set(key, { unit: (data.optionValue ?? unit) as LimitUnit })}
                  >
                    {limitUnits.map((one) => (
                      <Option key={one} value={one}>
                        {unitNames[one]}
                      </Option>
                    ))}
                  </Dropdown>
                  {!readOnly && (
                    <Button
                      appearance="subtle"
                      icon={<DeleteRegular />}
                      aria-label={t("client.webhooks.limits.remove", named)}
                      disabledFocusable={rows.length === 1}
                      onClick={() => rows.length > 1 && put(rows.filter((one) => one.key !== key))}
                    />
                  )}
                </div>
              );
            })}
            {!readOnly && rows.length < mostLimits && (
              <Button
                className={styles.add}
                icon={<AddRegular />}
                onClick={() =>
                  put([
                    ...rows,
                    { key: Math.max(...rows.map((one) => one.key)) + 1, max: 10, count: 1, unit: "minute" },
                  ])
                }
              >
                {t("client.webhooks.limits.add")}
              </Button>
            )}
          </fieldset>
        </Field>
      )}
    </div>
  );
}
