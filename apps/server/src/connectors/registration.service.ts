import { type Finding, type Language, writePackage } from "@parvis/manifest";
import type { AppService, PackageReader } from "../catalog/index.ts";
import { ParvisError } from "../platform/errors.ts";
import { command } from "../platform/events/command.ts";
import type { Origin } from "../platform/events/event-log.ts";
import { isId, newId } from "../platform/identifiers.ts";
import { type Identity, isAdministrator } from "../platform/identity.ts";
import type { Platform } from "../platform/platform.ts";
import * as rules from "./registration.rules.ts";
import * as store from "./registration.store.ts";

export type { Registration } from "./registration.store.ts";

/** What is given for the pictures: undefined leaves what is there, null takes it away. */
export interface GivenPictures {
  readonly logo: Uint8Array | null | undefined;
  readonly colorIcon: Uint8Array | null | undefined;
}

export interface ConnectorPackage {
  readonly fileName: string;
  readonly version: string;
  readonly bytes: Uint8Array;
  readonly manifest: string;
}

/** Counted no further: nobody needs to know more precisely what is lost. */
const mostCounted = 1_000;

export type RegistrationService = ReturnType<typeof registrationService>;

/** Registrations of connectors by their publishers (lifecycle.md 7), and the packages they give. */
export function registrationService(
  { database }: Pick<Platform, "database">,
  apps: Pick<AppService, "byExternalId">,
  reader: Pick<PackageReader, "read">,
) {
  function packed(
    identity: rules.RegistrationIdentity,
    registration: rules.RegistrationText,
    { colorIcon }: Pick<store.Pictures, "colorIcon">,
  ): ConnectorPackage & { files: Map<string, Uint8Array> } {
    const files = rules.packageFiles(identity, registration, colorIcon);
    const version = rules.packageVersion(identity.revision);
    return {
      files,
      version,
      fileName: rules.packageFileName(registration.name, version),
      bytes: writePackage(files),
      manifest: new TextDecoder().decode(files.get("manifest.json")),
    };
  }

  /** @throws ParvisError registration/refused with every finding when the package would not be valid. */
  async function check(bytes: Uint8Array, language: Language): Promise<readonly Finding[]> {
    const { valid, findings } = await reader.read(bytes, language);
    if (valid) return findings;
    const errors = findings.filter(({ severity }) => severity === "error");
    throw new ParvisError("registration/refused", {
      detail: `The package made of this would have ${errors.length === 1 ? "an error" : `${errors.length} errors`}, so nothing was saved. ${errors.map(({ message, fix }) => `${message} ${fix}`).join(" ")}`,
      extra: { findings },
    });
  }

  function readLogo(bytes: Uint8Array): store.Logo {
    const type = rules.logoType(bytes);
    const refuse = (message: string) => {
      throw new ParvisError("request/invalid", {
        detail: `logo: ${message}`,
        extra: { issues: [{ path: "logo", message }] },
      });
    };
    if (type === undefined) return refuse("Expected a PNG, JPEG or GIF picture");
    if (bytes.length >= rules.largestLogo)
      return refuse(`Expected less than 60 KB; this one has ${(bytes.length / 1024).toFixed(0)} KB`);
    return { bytes: Buffer.from(bytes), type };
  }

  function picturesAfter(before: store.Pictures, { logo, colorIcon }: GivenPictures): store.Pictures {
    if (logo === undefined) return before;
    return {
      logo: logo === null ? null : readLogo(logo),
      colorIcon: logo === null || colorIcon == null ? null : Buffer.from(colorIcon),
    };
  }

  async function find(tenantId: string, connectorId: string): Promise<store.Registration> {
    const found = await store.findRegistration(database.sql, tenantId, connectorId);
    if (found === undefined) throw new ParvisError("registration/not-found");
    return found;
  }

  async function pictures(tenantId: string, connectorId: string): Promise<store.Pictures> {
    const found = await store.findPictures(database.sql, tenantId, connectorId);
    if (found === undefined) throw new ParvisError("registration/not-found");
    return found;
  }

  const mayEdit = (registration: Pick<store.Registration, "createdBy">, identity: Identity) =>
    rules.mayEdit(registration, { personId: identity.personId, administrator: isAdministrator(identity) });

  /** @throws ParvisError registration/not-found, registration/editor-required */
  async function edit(identity: Identity, connectorId: string): Promise<store.Registration> {
    const registration = await find(identity.tenantId, connectorId);
    if (!mayEdit(registration, identity)) {
      throw new ParvisError("registration/editor-required", {
        detail: `Ask whoever registered ${registration.name}, or an administrator, to do this.`,
      });
    }
    return registration;
  }

  const by = (origin: Origin) => (origin.actor.kind === "person" ? origin.actor.id : null);

  return {
    find,
    mayEdit,
    edit,

    /** The registration behind a connector of a manifest; undefined when the id was made up, or is none. */
    async known(tenantId: string, connectorId: string): Promise<store.Registration | undefined> {
      if (!isId(connectorId)) return undefined;
      return await store.findRegistration(database.sql, tenantId, connectorId);
    },

    async list(tenantId: string, page: store.RegistrationPage): Promise<store.Registration[]> {
      return await store.listRegistrations(database.sql, tenantId, page);
    },

    /**
     * Registers a connector. Its package is checked before anything is kept, so that what is downloaded can be uploaded.
     * @throws ParvisError request/invalid for a logo that is none, registration/refused
     */
    async register(
      origin: Origin,
      registration: rules.RegistrationText,
      given: GivenPictures,
      language: Language,
    ): Promise<store.Registration> {
      const { tenantId } = origin;
      const identity = { connectorId: newId(), appId: newId(), revision: 0 };
      const pictures = picturesAfter({ logo: null, colorIcon: null }, given);
      await check(packed(identity, registration, pictures).bytes, language);
      await command(database, origin, async (tx) => {
        await store.putRegistration(tx, tenantId, identity, registration, pictures, by(origin));
        const { connectorId } = identity;
        const detail = { name: registration.name, connectorId };
        return {
          event: { operation: "Parvis.ConnectorRegistered", subjectId: connectorId, detail },
          result: undefined,
        };
      });
      return await find(tenantId, identity.connectorId);
    },

    /**
     * Changes a registration. When that changes its package, the package's version rises.
     * @throws ParvisError registration/not-found, request/invalid for a logo that is none, registration/refused
     */
    async change(
      origin: Origin,
      connectorId: string,
      registration: rules.RegistrationText,
      given: GivenPictures,
      language: Language,
    ): Promise<store.Registration> {
      const { tenantId } = origin;
      await command(database, origin, async (tx) => {
        const before = await store.findRegistration(tx, tenantId, connectorId, true);
        const shown = await store.findPictures(tx, tenantId, connectorId);
        if (before === undefined || shown === undefined) throw new ParvisError("registration/not-found");
        const after = picturesAfter(shown, given);
        const same = rules.sameFiles(packed(before, before, shown).files, packed(before, registration, after).files);
        const identity = { connectorId, appId: before.appId, revision: before.revision + (same ? 0 : 1) };
        if (!same) await check(packed(identity, registration, after).bytes, language);
        await store.putRegistration(tx, tenantId, identity, registration, after, by(origin));
        const detail = { name: registration.name, connectorId, version: rules.packageVersion(identity.revision) };
        return {
          event: { operation: "Parvis.ConnectorRegistrationChanged", subjectId: connectorId, detail },
          result: undefined,
        };
      });
      return await find(tenantId, connectorId);
    },

    /** Ends a registration. Apps made of its package, and connectors configured with them, stay. @throws ParvisError registration/not-found */
    async remove(origin: Origin, connectorId: string): Promise<void> {
      const { tenantId } = origin;
      await command(database, origin, async (tx) => {
        const before = await store.findRegistration(tx, tenantId, connectorId, true);
        if (before === undefined || !(await store.deleteRegistration(tx, tenantId, connectorId)))
          throw new ParvisError("registration/not-found");
        const detail = { name: before.name, connectorId };
        return {
          event: { operation: "Parvis.ConnectorRegistrationDeleted", subjectId: connectorId, detail },
          result: undefined,
        };
      });
    },

    /** @throws ParvisError icon/not-found */
    async logo(tenantId: string, connectorId: string): Promise<store.Logo> {
      const found = await store.findPictures(database.sql, tenantId, connectorId);
      if (found === undefined || found.logo === null) throw new ParvisError("icon/not-found");
      return found.logo;
    },

    /** The package to upload, the same bytes every time. */
    async package(registration: store.Registration, tenantId: string): Promise<ConnectorPackage> {
      return packed(registration, registration, await pictures(tenantId, registration.connectorId));
    },

    /** What validation says about a package. */
    async findings(offered: ConnectorPackage, language: Language): Promise<readonly Finding[]> {
      return (await reader.read(offered.bytes, language)).findings;
    },

    /** Who uses it, and so what is lost with it. */
    async use(tenantId: string, { connectorId, appId }: rules.RegistrationIdentity) {
      const [app, configurations] = await Promise.all([
        apps.byExternalId(tenantId, appId),
        store.countConfigurations(database.sql, tenantId, connectorId, mostCounted),
      ]);
      return { app: app === undefined ? null : { id: app.id, version: app.version }, configurations };
    },
  };
}
