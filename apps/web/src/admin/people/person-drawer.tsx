import { Field, Input } from "@fluentui/react-components";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type ReactElement, useState } from "react";
import { api, read } from "../../shared/api/client.ts";
import { hasCode } from "../../shared/api/problem.ts";
import { notify } from "../../shared/feedback/notices.ts";
import { useText } from "../../shared/language/text.ts";
import { useSession } from "../../shared/session.ts";
import { FormDrawer } from "../form-drawer.tsx";
import { PasswordField } from "./password-field.tsx";
import type { Person, Role } from "./people-queries.ts";
import { faultsOf, type PersonFault, suggestedUpn } from "./person-checks.ts";
import { RoleBoxes } from "./role-boxes.tsx";

interface PersonDrawerProps {
  /** Whom to edit; undefined for somebody new. */
  readonly person: Person | undefined;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onSaved: (person: Person) => void;
}

/** Creates somebody, or changes them. Mounted anew for each. */
export function PersonDrawer({ person: given, open, onClose, onSaved }: PersonDrawerProps): ReactElement {
  const t = useText();
  // As it was when the drawer opened: what is typed is not to change under the hands.
  const [person] = useState(given);
  const { organisation } = useSession();
  const queryClient = useQueryClient();
  const [displayName, setDisplayName] = useState(person?.displayName ?? "");
  const [typedUpn, setTypedUpn] = useState(person?.upn);
  const [password, setPassword] = useState("");
  const [roles, setRoles] = useState<Role[]>(person?.roles ?? []);
  const [tried, setTried] = useState(false);
  // Follows the name until somebody types another.
  const upn = typedUpn ?? suggestedUpn(displayName, organisation.domain);

  const save = useMutation({
    mutationFn: async (): Promise<Person> => {
      const given = { displayName: displayName.trim(), roles, ...(password === "" ? {} : { password }) };
      return person === undefined
        ? await read(api.people.$post({ json: { ...given, upn: upn.trim() } }))
        : await read(api.people[":personId"].$patch({ param: { personId: person.id }, json: given }));
    },
    onSuccess: async (saved) => {
      await queryClient.invalidateQueries({ queryKey: ["people"] });
      const title =
        person === undefined
          ? t("admin.person.created", { name: saved.displayName })
          : t("admin.person.saved", { name: saved.displayName });
      notify({ intent: "success", title });
      onSaved(saved);
    },
  });
  const faults = tried ? faultsOf({ displayName, upn, password }) : {};
  const words: Record<PersonFault, string> = {
    "name-missing": t("admin.person.name.missing"),
    "upn-wrong": t("admin.person.upn.wrong", { domain: organisation.domain }),
    "password-short": t("admin.person.password.short"),
    "password-long": t("admin.person.password.long"),
  };
  const say = (fault: PersonFault | undefined) => (fault === undefined ? null : words[fault]);
  const taken = hasCode(save.error, "person/name-taken");
  const last = hasCode(save.error, "person/last-administrator");

  function submit(): void {
    setTried(true);
    if (Object.keys(faultsOf({ displayName, upn, password })).length === 0) save.mutate();
  }

  return (
    <FormDrawer
      open={open}
      title={person === undefined ? t("admin.people.add") : person.displayName}
      action={person === undefined ? t("admin.person.create") : t("admin.person.save")}
      pending={save.isPending}
      error={taken || last ? undefined : save.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <Field label={t("admin.person.name")} required validationMessage={say(faults.displayName)}>
        <Input
          autoComplete="off"
          maxLength={256}
          value={displayName}
          onChange={(_, data) => setDisplayName(data.value)}
        />
      </Field>
      <Field
        label={t("admin.person.upn")}
        required={person === undefined}
        hint={person === undefined ? t("admin.person.upn.hint") : t("admin.person.upn.fixed")}
        validationMessage={taken ? t("admin.person.upn.taken", { upn: upn.trim() }) : say(faults.upn)}
      >
        <Input
          type="email"
          autoComplete="off"
          autoCapitalize="none"
          maxLength={320}
          readOnly={person !== undefined}
          value={upn}
          onChange={(_, data) => {
            setTypedUpn(data.value);
            if (taken) save.reset();
          }}
        />
      </Field>
      <PasswordField
        label={person === undefined ? t("admin.person.password") : t("admin.person.password.new")}
        hint={person === undefined ? t("admin.person.password.hint") : t("admin.person.password.newHint")}
        value={password}
        onChange={setPassword}
        fault={say(faults.password)}
      />
      <RoleBoxes
        value={roles}
        onChange={(next) => {
          setRoles(next);
          if (last) save.reset();
        }}
        fault={last ? t("problem.person/last-administrator") : null}
      />
    </FormDrawer>
  );
}
