import type { ReactElement } from "react";
import { useText } from "../../shared/language/text.ts";
import { LazyMenu, menuSource } from "../../shared/layout/lazy-menu.tsx";
import { FilterChips } from "../../shared/list/filter-chips.tsx";
import { type AppsSearch, appOnly, appStatuses } from "../admin-search.ts";
import type { AppFilterChoice, FilterMenuProps } from "./filter-menu.tsx";

const filterMenu = menuSource<FilterMenuProps>(async () => (await import("./filter-menu.tsx")).FilterMenu);

type Filters = Pick<AppsSearch, "status" | "kind" | "availability" | "scope" | "only">;

interface AppFiltersProps {
  readonly search: Filters;
  readonly onChange: (change: { [Word in keyof Filters]: AppsSearch[Word] | undefined }) => void;
}

/** Filters of the list as chips: those that are asked for often, and whatever else is on. */
export function AppFilters({ search, onChange }: AppFiltersProps): ReactElement {
  const t = useText();
  const { status, only } = search;
  const statusLabels = { allowed: t("admin.apps.status.allowed"), blocked: t("admin.apps.status.blocked") };
  const onlyLabels = {
    waiting: t("admin.apps.only.waiting"),
    requested: t("admin.apps.only.requested"),
    customized: t("admin.apps.only.customized"),
    permissions: t("admin.apps.only.permissions"),
  };
  const choices: AppFilterChoice[] = [
    {
      word: "kind",
      label: t("admin.apps.filter.kind"),
      values: {
        custom: t("admin.apps.kind.custom"),
        thirdParty: t("admin.apps.kind.thirdParty"),
        microsoft: t("admin.apps.kind.microsoft"),
      },
    },
    {
      word: "availability",
      label: t("admin.apps.column.availability"),
      values: {
        everyone: t("admin.apps.availability.everyone"),
        usersAndGroups: t("admin.apps.availability.usersAndGroups"),
        noone: t("admin.apps.availability.noone"),
      },
    },
    {
      word: "scope",
      label: t("admin.apps.filter.scope"),
      values: {
        personal: t("admin.apps.scope.personal"),
        team: t("admin.apps.scope.team"),
        groupChat: t("admin.apps.scope.groupChat"),
      },
    },
  ];
  return (
    <>
      <FilterChips
        label={t("admin.apps.column.status")}
        choices={appStatuses.map((value) => ({ value, label: statusLabels[value] }))}
        value={status}
        onChoose={(value) => onChange({ status: value })}
      />
      <FilterChips
        label={t("admin.apps.filter.only")}
        choices={appOnly
          .filter((value) => value === "waiting" || value === "requested" || value === only)
          .map((value) => ({ value, label: onlyLabels[value] }))}
        value={only}
        onChoose={(value) => onChange({ only: value })}
      />
      {choices.map(({ word, label, values }) => {
        const value = search[word];
        return value === undefined ? null : (
          <FilterChips
            key={word}
            label={label}
            choices={[{ value, label: values[value] ?? value }]}
            value={value}
            onChoose={() => onChange({ [word]: undefined })}
          />
        );
      })}
      <LazyMenu
        size="small"
        appearance="subtle"
        menu={filterMenu}
        menuProps={{
          choices: [...choices, { word: "only", label: t("admin.apps.filter.only"), values: onlyLabels }],
          search,
          onChange,
        }}
      >
        {t("admin.apps.filter.more")}
      </LazyMenu>
    </>
  );
}
