/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-bundle-plan-private.h"
#include "cab-text-out.h"

G_BEGIN_DECLS

/*
 * CabFhir: the view of one client being written.
 * @plan: what goes
 * @out: where it goes
 * @depth: of elements that are open
 * @client_id: the client's id as it leaves
 * @rows: kind to (element-type CabRecord): the client's records, in order
 * @children: id of a record to (element-type CabRecord): those that hang on it
 * @shared: id to record, of kinds that several clients share
 */
typedef struct
{
  const CabBundlePlan *plan;
  CabTextOut *out;
  guint depth;
  char *client_id;
  GHashTable *rows;
  GHashTable *children;
  GHashTable *shared;
} CabFhir;

/* Elements. Values that are NULL or empty write nothing: FHIR has no empty
 * strings, so an element that would hold nothing is not opened either. */
void cab_fhir_open (CabFhir *self, const char *name);
void cab_fhir_close (CabFhir *self, const char *name);
void cab_fhir_value (CabFhir *self, const char *name, const char *value);
void cab_fhir_reference (CabFhir *self, const char *name, const char *id);
void cab_fhir_concept (CabFhir *self,
                       const char *name,
                       const char *system,
                       const char *code,
                       const char *text);
void cab_fhir_coding (CabFhir *self,
                      const char *name,
                      const char *system,
                      const char *code,
                      const char *display);
void cab_fhir_period (CabFhir *self, const char *name, const char *start, const char *end);

/* An entry of the bundle; with an id it can be referred to. */
void cab_fhir_open_entry (CabFhir *self, const char *id, const char *resource);
void cab_fhir_close_entry (CabFhir *self, const char *resource);

/* Values as they leave. */
char *cab_fhir_dup (CabFhir *self, CabRecord *record, const char *field);
char *cab_fhir_dup_id (CabFhir *self, CabRecord *record);
const char *cab_fhir_get_label (CabFhir *self, CabRecord *record, const char *field);

/* The moment of a wall clock field in UTC; FHIR knows no wall clocks. */
char *cab_fhir_dup_moment (CabFhir *self, CabRecord *record, const char *field);

/* Records */
GPtrArray *cab_fhir_get_children (CabFhir *self, CabRecord *record, const CabKind *kind);
CabRecord *cab_fhir_get_shared (CabFhir *self, const CabKind *kind, const char *id);

/* One function a resource; each takes a record of its kind and writes an entry. */
typedef void (*CabFhirFunc) (CabFhir *self, CabRecord *record);
void cab_fhir_add_organization (CabFhir *self, CabRecord *practice);
void cab_fhir_add_practitioner (CabFhir *self, CabRecord *clinician);
void cab_fhir_add_patient (CabFhir *self, CabRecord *client);
void cab_fhir_add_related_person (CabFhir *self, CabRecord *link);
void cab_fhir_add_condition (CabFhir *self, CabRecord *condition);
void cab_fhir_add_encounter (CabFhir *self, CabRecord *note);
void cab_fhir_add_note_version (CabFhir *self, CabRecord *version);
void cab_fhir_add_addendum (CabFhir *self, CabRecord *addendum);
void cab_fhir_add_attachment (CabFhir *self, CabRecord *attachment);
void cab_fhir_add_mood (CabFhir *self, CabRecord *entry);
void cab_fhir_add_value_rating (CabFhir *self, CabRecord *rating);
void cab_fhir_add_consent (CabFhir *self, CabRecord *consent);
void cab_fhir_add_audit (CabFhir *self, CabRecord *row);

G_END_DECLS
