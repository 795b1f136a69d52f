/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <adwaita.h>

#include "cab-field-editor.h"
#include "cab-form-save.h"
#include "cab-open-practice.h"

G_BEGIN_DECLS

/**
 * CabForm:
 *
 * What is typed in the sections of a form, on its way into one record. A stored
 * record is written as the person goes on, at most two seconds after the first
 * unwritten key; what a rule refuses stays in sight and is kept as a draft
 * [M-18]. A new one waits for cab_form_create_async().
 *
 * Properties: `status`, a word for the foot of the form; `sentence`, a refusal
 * that is about no single field; `ready`, whether a new record has what it needs.
 */
#define CAB_TYPE_FORM (cab_form_get_type ())
G_DECLARE_FINAL_TYPE (CabForm, cab_form, CAB, FORM, GObject)

/**
 * cab_form_new:
 * @practice: an open practice
 * @batch: (transfer full): a record, and drafts of it where there are any
 *
 * Returns: (transfer full): a form without sections
 */
CabForm *cab_form_new (CabOpenPractice *practice, CabFormBatch *batch) G_GNUC_WARN_UNUSED_RESULT;

/**
 * cab_form_add_section:
 * @self: a form
 * @title: (nullable): its heading
 * @fields: (array length=n_fields): indices among all fields
 * @n_fields: how many
 *
 * Makes a group of rows, one a field that can be edited.
 *
 * Returns: (transfer none): the group, to be put on a page
 */
AdwPreferencesGroup *
cab_form_add_section (CabForm *self, const char *title, const guint *fields, gsize n_fields);

/**
 * cab_form_add_fields:
 * @self: a form
 * @group: takes the rows at its end
 * @fields: (array length=n_fields): indices among all fields
 * @n_fields: how many
 *
 * The same, in a group that has rows already.
 */
void cab_form_add_fields (CabForm *self,
                          AdwPreferencesGroup *group,
                          const guint *fields,
                          gsize n_fields);

/** cab_form_get_record: Returns: (transfer none): as it was last stored */
CabRecord *cab_form_get_record (CabForm *self);

/** cab_form_set: sets a field of a new record that has no row, such as whose it is */
void cab_form_set (CabForm *self, guint field, const char *text);

/**
 * cab_form_take_back:
 * @self: the form of a new record, with all its rows
 * @client_id: (nullable): whose it will be
 *
 * Puts back what cab_form_set_aside() kept, where nothing has been typed since.
 *
 * Source: records.md [M-18]; window.md [W-43].
 */
void cab_form_take_back (CabForm *self, const char *client_id);

/** cab_form_set_aside: keeps what was typed for a new record, unless it was stored or given up */
void cab_form_set_aside (CabForm *self);

/** cab_form_give_up: a person wants none of it, nor what was kept of it before */
void cab_form_give_up (CabForm *self);

/** cab_form_suggest: puts a value into the row of a new record's field, for a person to change */
void cab_form_suggest (CabForm *self, guint field, const char *text);

/** cab_form_get_editor: Returns: (transfer none) (nullable): the editor of a field */
CabFieldEditor *cab_form_get_editor (CabForm *self, guint field);

/** cab_form_is_complete: Returns: whether every field that is needed has something */
gboolean cab_form_is_complete (CabForm *self);

/** cab_form_get_first_row: Returns: (transfer none) (nullable): where typing begins */
GtkWidget *cab_form_get_first_row (CabForm *self);

/** cab_form_flush: writes at once what waits to be written */
void cab_form_flush (CabForm *self);

/** cab_form_finish: the same, behind what is being written now: the next job finds all of it */
void cab_form_finish (CabForm *self);

/**
 * cab_form_create_async:
 * @self: the form of a new record
 * @callback: called when it is stored or refused
 * @user_data: for @callback
 *
 * Stores the new record. When it is refused the focus goes to the first field
 * that was, with its sentence [W-122].
 */
void cab_form_create_async (CabForm *self, GAsyncReadyCallback callback, gpointer user_data);

/** cab_form_create_finish: Returns: whether it was stored */
gboolean cab_form_create_finish (CabForm *self, GAsyncResult *result);

G_END_DECLS
