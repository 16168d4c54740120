import { expect, test } from "vitest";
import { ConfigurationError, readConfiguration } from "./configuration.ts";

test("has a default for everything", () => {
  expect(readConfiguration({})).toMatchObject({
    port: 4700,
    host: "127.0.0.1",
    publicUrl: undefined,
    databaseUrl: undefined,
    logLevel: "info",
    bootstrapFile: undefined,
  });
});

test("takes empty variables as unset and cuts the slash of the public address", () => {
  expect(readConfiguration({ PARVIS_PORT: "", PARVIS_PUBLIC_URL: "https://parvis.contoso.test/" })).toMatchObject({
    port: 4700,
    publicUrl: "https://parvis.contoso.test",
  });
});

test("names every variable that is wrong, with what it holds", () => {
  const read = () => readConfiguration({ PARVIS_PORT: "none", PARVIS_LOG_LEVEL: "loud" });
  expect(read).toThrow(ConfigurationError);
  expect(read).toThrow(/PARVIS_PORT \(it is "none"\)[\s\S]*PARVIS_LOG_LEVEL \(it is "loud"\)/);
});

test("never repeats a database URL, which holds a password", () => {
  expect(() => readConfiguration({ PARVIS_DATABASE_URL: "mysql://root:secret@host/db" })).toThrow(
    /PARVIS_DATABASE_URL: /,
  );
  expect(() => readConfiguration({ PARVIS_DATABASE_URL: "mysql://root:secret@host/db" })).not.toThrow(/secret/);
});

test("never repeats the address of the mail server either", () => {
  const read = () => readConfiguration({ PARVIS_SMTP_URL: "http://mailer:hunter2@mail.contoso.test" });
  expect(read).toThrow(/PARVIS_SMTP_URL: Expected smtp:\/\//);
  expect(read).not.toThrow(/hunter2/);
});
