/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <adwaita.h>

#include "cab-form.h"
#include "cab-layout.h"

G_BEGIN_DECLS

/**
 * CabRecordDialog:
 *
 * Asks for a new record, or for two that belong together, by their layouts. Add
 * works once what is needed is there; a refusal stands below its field.
 *
 * Signal: `added`, with the id of the last record, before the dialog closes.
 */
#define CAB_TYPE_RECORD_DIALOG (cab_record_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CabRecordDialog, cab_record_dialog, CAB, RECORD_DIALOG, AdwDialog)

/** cab_record_dialog_new: @title: its heading: Returns: a dialog without fields */
CabRecordDialog *cab_record_dialog_new (CabOpenPractice *practice, const char *title);

/**
 * cab_record_dialog_add:
 * @self: a dialog
 * @layout: a kind and its fields
 * @link_field: index among all fields of this record that takes the id of the
 *   record added before it; -1 for none
 *
 * Adds a record to what is asked.
 *
 * Returns: (transfer none): its form, for fields that have no row
 */
CabForm *cab_record_dialog_add (CabRecordDialog *self, const CabLayout *layout, int link_field);

/** cab_record_dialog_get_form: Returns: (transfer none): the form of the first record */
CabForm *cab_record_dialog_get_form (CabRecordDialog *self);

G_END_DECLS
