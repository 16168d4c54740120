import { Checkbox, Field, makeStyles, Text, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { useText } from "../../shared/language/text.ts";
import { personRoles } from "../admin-search.ts";
import type { Role } from "./people-queries.ts";
import { roleMeaning, roleName } from "./role-names.ts";

const useStyles = makeStyles({
  boxes: { display: "flex", flexDirection: "column" },
  label: { display: "flex", flexDirection: "column" },
  meaning: { color: tokens.colorNeutralForeground3 },
});

interface RoleBoxesProps {
  readonly value: readonly Role[];
  readonly onChange: (roles: Role[]) => void;
  readonly fault: string | null;
}

/** Which roles somebody has. */
export function RoleBoxes({ value, onChange, fault }: RoleBoxesProps): ReactElement {
  const styles = useStyles();
  const t = useText();
  return (
    <Field label={t("admin.person.roles")} validationMessage={fault}>
      <fieldset aria-label={t("admin.person.roles")} style={{ border: "none", margin: 0, padding: 0 }}>
        <div className={styles.boxes}>
          {personRoles.map((role) => (
            <Checkbox
              key={role}
              checked={value.includes(role)}
              onChange={(_, { checked }) =>
                onChange(personRoles.filter((one) => (one === role ? checked === true : value.includes(one))))
              }
              label={
                <span className={styles.label}>
                  {roleName(role, t)}
                  <Text size={200} className={styles.meaning}>
                    {roleMeaning(role, t)}
                  </Text>
                </span>
              }
            />
          ))}
        </div>
      </fieldset>
    </Field>
  );
}
