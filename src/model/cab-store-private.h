/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-statement.h"
#include "cab-store.h"

G_BEGIN_DECLS

/* Appends "this row of @kind's own table belongs to client ?1". */
void cab_store_append_client_filter (GString *sql, const CabKind *kind);

/* Appends SELECTs of the ids of everything that belongs to client ?1. */
void cab_store_append_client_entities (GString *sql);

CabStatement *
cab_store_prepare_audit (CabDb *db, const CabFilter *filter, gboolean count, GError **error);

CabRecord *cab_store_read_audit (CabStatement *statement);

G_END_DECLS
