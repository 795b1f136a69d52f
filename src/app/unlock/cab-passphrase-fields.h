/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <adwaita.h>

#include "cab-secret.h"

G_BEGIN_DECLS

/**
 * CabPassphraseFields:
 *
 * Asks for a new passphrase: twice, with its strength as a time in words, six
 * suggested words, and the one sentence about losing it, which must be ticked
 * [W-36]. Destroyed after use: GTK's password buffer keeps old bytes [V-165].
 *
 * Property: `complete`, whether what is typed may be used [V-6].
 */
#define CAB_TYPE_PASSPHRASE_FIELDS (cab_passphrase_fields_get_type ())
G_DECLARE_FINAL_TYPE (CabPassphraseFields, cab_passphrase_fields, CAB, PASSPHRASE_FIELDS, AdwBin)

/**
 * cab_passphrase_fields_set_known:
 * @self: the fields
 * @known: (array zero-terminated=1): words an attacker would try first, such as
 *   the practice's name
 *
 * Counts these words as guessed.
 */
void cab_passphrase_fields_set_known (CabPassphraseFields *self, const char *const *known);

/** cab_passphrase_fields_is_complete: Returns: whether it is strong enough, equal, understood */
gboolean cab_passphrase_fields_is_complete (CabPassphraseFields *self);

/** cab_passphrase_fields_dup_secret: Returns: (transfer full) (nullable): once it is complete */
CabSecret *cab_passphrase_fields_dup_secret (CabPassphraseFields *self);

/** cab_passphrase_fields_focus: puts the focus into the first field */
void cab_passphrase_fields_focus (CabPassphraseFields *self);

G_END_DECLS
