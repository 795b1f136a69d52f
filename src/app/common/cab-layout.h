/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-kind.h"

G_BEGIN_DECLS

/**
 * CabLayoutSection:
 * @title: (nullable): its heading, marked for translation
 * @fields: (array length=n_fields): indices among all fields
 * @n_fields: how many
 *
 * A group of fields that belong together, on a form and on an overview.
 */
typedef struct
{
  const char *title;
  const guint *fields;
  gsize n_fields;
} CabLayoutSection;

/**
 * CabLayout:
 * @kind: the kind of record
 * @sections: (array length=n_sections): in the order they are read
 * @n_sections: how many
 *
 * Which fields of a kind are shown together; everything else about them stands
 * in the table of fields.
 */
typedef struct
{
  const CabKind *kind;
  const CabLayoutSection *sections;
  gsize n_sections;
} CabLayout;

#define CAB_LAYOUT_SECTION(title, fields) { title, fields, G_N_ELEMENTS (fields) }
#define CAB_DEFINE_LAYOUT(symbol, kind, sections)                                                  \
  const CabLayout symbol = { kind, sections, G_N_ELEMENTS (sections) }

G_END_DECLS
