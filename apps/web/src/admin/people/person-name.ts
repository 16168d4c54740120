import { useQuery } from "@tanstack/react-query";
import { api, read } from "../../shared/api/client.ts";

const most = "200";

/**
 * Names of people whose id alone is known. Asks for the first page of people, as no address tells one person; of
 * larger organisations not everybody is found.
 */
export function usePersonName(): (id: string) => string | undefined {
  const { data } = useQuery({
    queryKey: ["people", "names"],
    queryFn: async () => (await read(api.people.$get({ query: { limit: most } }))).items,
  });
  return (id) => data?.find((person) => person.id === id)?.displayName;
}
