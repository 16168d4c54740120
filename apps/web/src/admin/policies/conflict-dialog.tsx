import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  makeStyles,
  Radio,
  RadioGroup,
  Text,
} from "@fluentui/react-components";
import { type ReactElement, useState } from "react";
import { useText } from "../../shared/language/text.ts";
import { useDialogStyles } from "../../shared/layout/dialog-styles.ts";
import { partName, valueWords } from "./part-words.ts";
import { meeting, type PartName, type PolicyParts, partOf, type Side, withParts } from "./policy-parts.ts";

const useStyles = makeStyles({ value: { overflowWrap: "anywhere" } });

interface ConflictDialogProps {
  readonly base: PolicyParts;
  readonly mine: PolicyParts;
  readonly theirs: PolicyParts;
  /** Who saved meanwhile. */
  readonly other: string;
  readonly nameOf: (ref: string) => string;
  /** Told what to go on with. */
  readonly onChoose: (parts: PolicyParts) => void;
  readonly onClose: () => void;
}

/** Somebody else saved meanwhile: what differs, and whose is to be kept. */
export function ConflictDialog(props: ConflictDialogProps): ReactElement {
  const { base, mine, theirs, other, nameOf, onChoose, onClose } = props;
  const styles = useStyles();
  const dialog = useDialogStyles();
  const t = useText();
  const parts = meeting(base, mine, theirs);
  const [chosen, setChosen] = useState<Partial<Record<PartName, Side>>>({});
  const sideOf = ({ part, keep }: { part: PartName; keep: Side }) => chosen[part] ?? keep;
  return (
    <Dialog modalType="alert" open onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface className={dialog.surface}>
        <DialogBody>
          <DialogTitle>{t("admin.policies.conflict.title")}</DialogTitle>
          <DialogContent className={dialog.content}>
            <Text>{t("admin.policies.conflict.text", { person: other })}</Text>
            {parts.length === 0 && <Text>{t("admin.policies.conflict.same")}</Text>}
            {parts.map((one) => {
              const { part } = one;
              const words = (state: PolicyParts) => valueWords(partOf(state, part), nameOf, t);
              return (
                <Field key={part} label={partName(part, t)}>
                  <RadioGroup
                    value={sideOf(one)}
                    onChange={(_, { value }) => setChosen({ ...chosen, [part]: value === "mine" ? "mine" : "theirs" })}
                  >
                    <Radio
                      value="mine"
                      className={styles.value}
                      label={t("admin.policies.conflict.mine", { value: words(mine) })}
                    />
                    <Radio
                      value="theirs"
                      className={styles.value}
                      label={t("admin.policies.conflict.theirs", { person: other, value: words(theirs) })}
                    />
                  </RadioGroup>
                </Field>
              );
            })}
          </DialogContent>
          <DialogActions fluid>
            <Button onClick={onClose}>{t("shared.cancel")}</Button>
            <Button
              appearance="primary"
              onClick={() => {
                const kept = parts.filter((one) => sideOf(one) === "mine").map(({ part }) => part);
                onChoose(withParts(theirs, mine, kept));
              }}
            >
              {t("admin.policies.conflict.action")}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
