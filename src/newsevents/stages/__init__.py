"""The pipeline, in order, one file a stage; each reads earlier layers and writes exactly one."""
