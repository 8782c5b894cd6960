/** A goal document that nothing is wrong with. */
export const telescopes = `==========================================
 Point every telescope by one star catalog
==========================================

Every observatory keeps a catalog of its own. One catalog for all saves the night that is lost by comparing them.

Gerrit Topic
============

To facilitate tracking, commits related to this goal should use the
gerrit topic::

  one-star-catalog

Completion Criteria
===================

#. The telescope reads the shared catalog.
#. Its own catalog is gone.

References
==========

* https://planets.example/catalog

Current State / Anticipated Impact
==================================

Two of the observatories have begun.

Project Teams
=============

hubble
------

Planning Artifacts:

* https://planets.example/hubble/plan

Completion Artifacts:

kepler
------

Planning Artifacts:

Completion Artifacts:
`
