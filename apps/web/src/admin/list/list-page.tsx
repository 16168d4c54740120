import type { ReactElement, ReactNode } from "react";
import { PageHeader } from "../../shared/layout/page-header.tsx";
import { usePageTitle } from "../../shared/layout/page-title.ts";
import { ManagedList, type ManagedListProps } from "./managed-list.tsx";

interface ListPageProps<T> extends Omit<ManagedListProps<T>, "label"> {
  readonly title: string;
  readonly subtitle: string;
  /** What can be made here. */
  readonly action?: ReactNode;
}

/** A page that is one list: its title, what can be made there, and the list, which keeps its words in the address. */
export function ListPage<T>(props: ListPageProps<T>): ReactElement {
  const { title, subtitle, action, ...list } = props;
  usePageTitle(title);
  return (
    <>
      <PageHeader title={title} subtitle={subtitle} action={action} />
      <ManagedList {...list} label={title} />
    </>
  );
}
