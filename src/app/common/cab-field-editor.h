/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <adwaita.h>

#include "cab-field.h"
#include "cab-open-practice.h"

G_BEGIN_DECLS

/**
 * CabFieldEditor:
 *
 * The row of a form that holds one field, made by the field's type: label, why
 * it is held and required mark come from the table of fields, values go in and
 * out in their outside form. Below it a row for the sentence when the value is
 * refused [W-122].
 *
 * Signal: `changed`, when a person has changed it.
 */
#define CAB_TYPE_FIELD_EDITOR (cab_field_editor_get_type ())
G_DECLARE_FINAL_TYPE (CabFieldEditor, cab_field_editor, CAB, FIELD_EDITOR, GObject)

/** cab_field_editor_can_edit: Returns: whether fields of this type have a row at all */
gboolean cab_field_editor_can_edit (const CabField *field);

/** cab_field_editor_new: @field: a field that can be edited; its table outlives the editor */
CabFieldEditor *cab_field_editor_new (const CabField *field);

/** cab_field_editor_add_to: puts the row and the one of its refusal at the end of @group */
void cab_field_editor_add_to (CabFieldEditor *self, AdwPreferencesGroup *group);

/** cab_field_editor_get_row: Returns: (transfer none): the row */
GtkWidget *cab_field_editor_get_row (CabFieldEditor *self);

/** cab_field_editor_dup_text: Returns: (transfer full) (nullable): the outside form of what it
 * shows */
char *cab_field_editor_dup_text (CabFieldEditor *self);

/** cab_field_editor_set_text: shows @text, an outside form or %NULL; does not emit `changed` */
void cab_field_editor_set_text (CabFieldEditor *self, const char *text);

/** cab_field_editor_get_refusal: Returns: (nullable): the sentence below the row */
const char *cab_field_editor_get_refusal (CabFieldEditor *self);

/** cab_field_editor_set_refusal: shows @sentence below the row; %NULL takes it away */
void cab_field_editor_set_refusal (CabFieldEditor *self, const char *sentence);

/** cab_field_editor_set_editable: whether the value may be changed; it can always be read */
void cab_field_editor_set_editable (CabFieldEditor *self, gboolean is_editable);

/** cab_field_editor_blank: what is sensitive is not to be seen in Discreet Mode until the focus is
 * in the row [W-28]; called once, when it has a place */
void cab_field_editor_blank (CabFieldEditor *self, CabOpenPractice *practice);

G_END_DECLS
