/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-practice.h"
#include "cab-store.h"

G_BEGIN_DECLS

struct _CabPractice
{
  GObject parent_instance;

  /* Owned */
  CabVault *vault; /* unless `borrowed` */
  CabStore *store;
  /* Owned caches, made when first asked for and dropped when a save may have
   * changed them */
  CabRecord *settings;
  char *owner_id;
  GHashTable *preferences;
  /* Owned; consent gates that refused inside a transaction that still runs */
  GPtrArray *refusals;

  /* State */
  guint borrowed : 1;
};

/* A practice over a vault that is someone else's: a work copy. */
CabPractice *cab_practice_new_borrowed (CabVault *vault);

/* Drops what is cached of @record's kind. */
void cab_practice_forget_cached (CabPractice *self, CabRecord *record);

/* [B-6]: fills basis6 and basis9 of a new record from the practice's choice. */
void cab_practice_fill_basis (CabPractice *self, CabRecord *record);

/* The audit payload of a change: one line a field, `name TAB old TAB new`. */
char *cab_practice_dup_changes (CabRecord *record);

/* Asks the file for one number: @sql is one constant statement, its parameters
 * are the texts that follow, up to a %NULL. */
gboolean cab_practice_ask_integer (CabPractice *self,
                                   const char *sql,
                                   const char *action,
                                   gint64 *answer,
                                   GError **error,
                                   ...) G_GNUC_NULL_TERMINATED;

/* [M-95]: writes into the log that a gate refused: at once, or when the running
 * transaction is over, so that the row outlives the act that is undone. */
void cab_practice_note_refusal (CabPractice *self, const char *client_id, const char *purpose);

/* Writes what was noted, unless a transaction still runs. */
void cab_practice_write_refusals (CabPractice *self);

G_END_DECLS
