/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-bundle-meter.h"

G_BEGIN_DECLS

/**
 * cab_fhir_write_client:
 * @plan: what goes
 * @client: the client, as it is in the plan
 * @stream: where it goes
 * @meter: (nullable): one step a record
 * @error: return location
 *
 * Writes the FHIR R4 view of one client: a Bundle of type collection, with the
 * ids of record.xml, sorted by kind and id. A view for other systems: what FHIR
 * has no place for is left out, and Cabinet never reads it back.
 *
 * Thread: the vault's. Source: bundle.md [B-50]; HL7 FHIR 4.0.1.
 *
 * Returns: %TRUE when all of it is with the stream
 */
gboolean cab_fhir_write_client (const CabBundlePlan *plan,
                                CabRecord *client,
                                GOutputStream *stream,
                                CabBundleMeter *meter,
                                GError **error);

G_END_DECLS
