/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-open-practice.h"
#include "cab-secret.h"
#include "cab-set-up.h"

G_BEGIN_DECLS

/**
 * CabNewPractice:
 * @path: where the file goes
 * @name: the practice's name
 * @clinician: the owner's name as documents show it
 * @profession: the owner's profession
 * @registration_body: (nullable): who registered the owner
 * @registration_number: (nullable): under which number
 * @jurisdiction: the law the practice works under
 * @currency: (nullable): `GBP`
 *
 * What the first run asks for [W-36]. Zone and locale are the computer's.
 */
typedef struct
{
  char *path;
  char *name;
  char *clinician;
  CabProfession profession;
  char *registration_body;
  char *registration_number;
  CabJurisdiction jurisdiction;
  char *currency;
} CabNewPractice;

void cab_new_practice_free (CabNewPractice *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CabNewPractice, cab_new_practice_free)

/**
 * cab_practice_maker_dup_path:
 * @folder: a folder
 * @name: what the practice or its file is called
 *
 * Makes a file name of a practice's name: no slash, no control character, no
 * dot at its start, `.cabinet` at its end.
 *
 * Returns: (transfer full): the path
 */
char *cab_practice_maker_dup_path (const char *folder, const char *name);

/**
 * cab_practice_maker_make_async:
 * @new_practice: (transfer full): what was asked
 * @secret: (transfer full): its passphrase; wiped when the task ends
 * @cancellable: (nullable): stops the key derivation
 * @callback: called in the main thread
 * @user_data: for @callback
 *
 * Makes a practice and opens it. When anything fails there is no file [W-37].
 */
void cab_practice_maker_make_async (CabNewPractice *new_practice,
                                    CabSecret *secret,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);

/** cab_practice_maker_make_finish: Returns: (transfer full): the open practice */
CabOpenPractice *
cab_practice_maker_make_finish (GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
