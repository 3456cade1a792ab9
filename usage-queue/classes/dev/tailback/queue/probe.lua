#!lua
-- Writes nothing, but Redis refuses it whenever it would refuse an offer: full, not able to save, a replica.
return 1
