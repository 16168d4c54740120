/** Rules about what an app may do (contracts E.1, E.6). */

export { identityZero } from "./identity-zero.ts";
export { oldPermissions } from "./members-without-reason.ts";
export { movedPermissions } from "./moved.ts";
export { permissionWithoutIdentity } from "./no-identity.ts";
export { permissionWithoutResource } from "./no-resource.ts";
export { resourceForm } from "./resource-form.ts";
export { permissionTwice } from "./twice.ts";
export { permissionForm } from "./unknown-form.ts";
