/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-record.h"
#include "cab-row.h"

G_BEGIN_DECLS

/* What people are called in this window: by name, or by reference while it is
 * discreet [W-28]. The only place that asks the model for a name to be shown. */

/**
 * cab_client_name_dup:
 * @client: a client
 * @is_discreet: cab_open_practice_is_discreet() of the practice it belongs to
 *
 * Thread: any. Source: window.md [W-28], records.md [M-11], [M-32].
 *
 * Returns: (transfer full): the shown name, or the reference
 */
char *cab_client_name_dup (CabRecord *client, gboolean is_discreet);

/**
 * cab_client_name_dup_contact:
 * @link: a contact's part in the life of a client
 * @contact: the contact
 * @is_discreet: whether nobody is named
 *
 * Somebody around a client has no reference: the part tells who it is.
 *
 * Thread: any.
 *
 * Returns: (transfer full): the shown name, or the part, such as "Mother"
 */
char *cab_client_name_dup_contact (CabRecord *link, CabRecord *contact, gboolean is_discreet);

/**
 * cab_client_name_dup_recorded:
 * @client: a client
 *
 * For what is written down, whoever looks on: the recipient of a bundle.
 *
 * Thread: any.
 *
 * Returns: (transfer full): the shown name
 */
char *cab_client_name_dup_recorded (CabRecord *client);

/**
 * cab_client_name_dup_description:
 * @record: any record
 * @is_discreet: whether nobody is named
 *
 * Thread: any.
 *
 * Returns: (transfer full) (nullable): cab_record_dup_description(); what tells no
 *   more than a day and a kind, where nobody is named, or %NULL
 */
char *cab_client_name_dup_description (CabRecord *record, gboolean is_discreet);

/** cab_client_name_dup_row: Returns: (transfer full): the same, from a #CabClientRow */
char *cab_client_name_dup_row (CabRow *row, gboolean is_discreet);

/**
 * cab_client_name_put:
 * @rows: (element-type CabRow): rows that nobody has seen yet
 * @is_discreet: whether nobody is named
 *
 * Lets rows of any list tell the reference for the name, and leaves out of them
 * initials, sensitive fields [M-4] and every line that was taken from a text.
 *
 * Thread: any.
 */
void cab_client_name_put (GPtrArray *rows, gboolean is_discreet);

G_END_DECLS
